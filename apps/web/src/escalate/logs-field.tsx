import { EscalateError, type LogRecord, readPastedRecords } from '@harrier/escalate';
import { Button, Code, FileButton, Group, Switch, Text, Textarea, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { CopyText } from '../frame/copy-text.tsx';
import { useWords } from '../words/use-words.ts';
import type { FieldProps } from './escalate-page.tsx';
import { SearchLogs } from './search-logs.tsx';

interface LogsFieldProps extends FieldProps {
  /** What to search for. */
  readonly id: string | undefined;
  readonly onRecords: (records: readonly LogRecord[]) => void;
}

/** The records of a search: pasted, dropped as files, or none, and where was looked. */
export function LogsField({ draft, change, id, onRecords }: LogsFieldProps) {
  const { escalate: words, knowledge } = useWords();
  const [problem, setProblem] = useState<EscalateError>();
  const [count, setCount] = useState(0);
  const { logs } = draft;
  useEffect(() => {
    try {
      const records = readPastedRecords(logs);
      setProblem(undefined);
      setCount(records.length);
      onRecords(records);
    } catch (error) {
      if (!(error instanceof EscalateError)) throw error;
      setProblem(error);
      setCount(0);
      onRecords([]);
    }
  }, [logs, onRecords]);
  const takeFiles = async (files: readonly File[]): Promise<void> => {
    const texts = await Promise.all(files.map((file) => file.text()));
    change({ logs: [logs, ...texts].filter((text) => text.trim() !== '').join('\n') });
  };
  return (
    <>
      {id !== undefined && <SearchLogs id={id} change={change} />}
      {id !== undefined && (
        <Group gap="xs" mb={4} wrap="nowrap">
          <Text size="sm">{words.command}</Text>
          <Code translate="no">harrier logs search --json {id}</Code>
          <CopyText text={`harrier logs search --json ${id}`} flex="none" />
        </Group>
      )}
      <Textarea
        label={words.logs}
        description={words.logsHint}
        rows={5}
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12 } }}
        error={problem === undefined ? undefined : words.badRecords(problem.place, problem.expected)}
        value={logs}
        onChange={(event) => change({ logs: event.currentTarget.value })}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          if (event.dataTransfer.files.length === 0) return;
          // What is dropped elsewhere on the page is opened as a capture.
          event.preventDefault();
          event.stopPropagation();
          void takeFiles([...event.dataTransfer.files]);
        }}
      />
      <Group gap="md" my={6}>
        <FileButton multiple onChange={(files) => void takeFiles(files)}>
          {(props) => (
            <Button size="compact-xs" variant="default" {...props}>
              {words.chooseFiles}
            </Button>
          )}
        </FileButton>
        {count > 0 && (
          <Text size="sm" role="status">
            {knowledge.escalation.records(count)}
          </Text>
        )}
        <Switch
          label={words.searched}
          checked={draft.isSearched || logs.trim() !== ''}
          disabled={logs.trim() !== ''}
          onChange={(event) => change({ isSearched: event.currentTarget.checked })}
        />
      </Group>
      <TextInput
        label={words.without}
        value={draft.without}
        onChange={(event) => change({ without: event.currentTarget.value })}
      />
    </>
  );
}
