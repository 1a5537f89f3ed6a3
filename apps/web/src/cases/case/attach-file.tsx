import { Button, Group, SegmentedControl, Text } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import { chooseFiles } from '../../start/choose-files.ts';
import { ask } from '../api/ask.ts';
import { ProblemAlert } from '../api/problem-alert.tsx';
import { useDeed } from '../api/use-deed.ts';
import { useCaseWords } from '../words/use-case-words.ts';
import classes from './drop-zone.module.css';
import { sendableName } from './sendable-name.ts';

interface AttachFileProps {
  readonly caseId: string;
  readonly onAttached: () => void;
}

/** Files for a case: dropped or chosen. Captures are worked on from here on by themselves. */
export function AttachFile({ caseId, onAttached }: AttachFileProps) {
  const { page: words, visibility: visibilities } = useCaseWords();
  const [visibility, setVisibility] = useState<'public' | 'private'>('public');
  const [isOver, setOver] = useState(false);
  const deed = useDeed();
  const attach = async (files: readonly File[]): Promise<void> => {
    await deed.run(async () => {
      for (const file of files) {
        const query = new URLSearchParams({ name: sendableName(file.name), visibility });
        await ask('POST', `/api/cases/${encodeURIComponent(caseId)}/attachments?${query}`, { body: file });
      }
    });
    onAttached();
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    // The window would open it in the workbench.
    event.stopPropagation();
    setOver(false);
    void attach([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping has the button beside it for the keyboard
    <div
      className={classes.zone}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <Group gap="sm" justify="space-between">
        <Text size="sm">{words.dropHere}</Text>
        <Group gap="xs">
          <SegmentedControl
            size="xs"
            aria-label={visibilities.label}
            value={visibility}
            onChange={(chosen) => setVisibility(chosen as typeof visibility)}
            data={(['public', 'private'] as const).map((value) => ({ value, label: visibilities[value] }))}
          />
          <Button
            size="compact-sm"
            variant="default"
            loading={deed.isRunning}
            onClick={() => chooseFiles((file) => void attach([file]))}
          >
            {words.chooseFile}
          </Button>
        </Group>
      </Group>
      <ProblemAlert problem={deed.problem} />
    </div>
  );
}
