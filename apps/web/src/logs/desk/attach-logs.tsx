import type { SourceList } from '@harrier/logs/for-pages';
import { Button, Text } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { countText } from '../../captures/quantity.ts';
import { chooseFiles } from '../../start/choose-files.ts';
import { useWords } from '../../words/use-words.ts';
import { shownText } from '../lines/shown-text.ts';
import classes from '../logs.module.css';
import { listLogSources, NoLogStore, sendLog } from './log-desk.ts';

/** What is typed to start with a store; a literal in every language. */
export const ATTACH_COMMAND = 'harrier open --store sqlite:logs.db';

/** What is attached: undefined while it is asked for, `silent` where the server does not answer. */
export type Attached = SourceList | NoLogStore['why'] | 'silent' | undefined;

/** The sources of the page's own server, and how to ask for them again. */
export function useAttached(): readonly [Attached, () => void] {
  const [attached, setAttached] = useState<Attached>();
  const look = useCallback(() => {
    listLogSources().then(setAttached, (error: unknown) =>
      setAttached(error instanceof NoLogStore ? error.why : 'silent'),
    );
  }, []);
  useEffect(look, [look]);
  return [attached, look];
}

/** One line that says how to attach a store, or how to be let in. */
export function NoStoreNote({ why }: { readonly why: NoLogStore['why'] }) {
  const { logs } = useWords();
  return (
    <Text p="sm">{why === 'closed' ? logs.attach.closed : <WithCommand text={logs.attach.none} />}</Text>
  );
}

/** What is seen before anything is searched: the sources with how they are, and how to add logs. */
export function AttachLogs({
  attached,
  onChange,
}: {
  readonly attached: Attached;
  readonly onChange: () => void;
}) {
  const { logs } = useWords();
  const [told, setTold] = useState<readonly string[]>([]);
  const take = useCallback(
    async (file: File) => {
      const line = await sendLog(file).then(
        ({ read, added }) =>
          read === 0
            ? logs.attach.unread(file.name)
            : logs.attach.taken(file.name, countText(read), countText(added)),
        () => logs.attach.refused(file.name),
      );
      setTold((lines) => [...lines, line]);
      onChange();
    },
    [logs, onChange],
  );
  useLogDrop(take);
  if (attached === undefined) return null;
  if (attached === 'no-store' || attached === 'closed') return <NoStoreNote why={attached} />;
  if (attached === 'silent') return <Text p="sm">{logs.state.failed}</Text>;
  const { sources, engine } = attached;
  return (
    <div className={classes.start}>
      <Text>{sources.length === 0 ? <WithCommand text={logs.attach.empty} /> : logs.state.start}</Text>
      {sources.length > 0 && <SourceTable list={attached} />}
      <div className={classes.drop}>
        <Button size="xs" variant="default" onClick={() => chooseFiles((file) => void take(file))}>
          {logs.attach.drop}
        </Button>
        <Text size="sm" c="dimmed">
          {logs.attach.dropHint} {engine}
        </Text>
      </div>
      {told.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are only added
        <Text key={at} size="sm" role="status">
          {shownText(line)}
        </Text>
      ))}
    </div>
  );
}

function SourceTable({ list: { sources } }: { readonly list: SourceList }) {
  const { logs } = useWords();
  const { heads, health } = logs.sources;
  const columns = ['name', 'region', 'kind', 'records', 'first', 'last', 'health'] as const;
  return (
    <table className={classes.sources} aria-label={logs.sources.title}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column}>{heads[column]}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => (
          <tr key={`${source.name} ${source.region}`} data-bad={source.health !== 'ok' || undefined}>
            <td>{shownText(source.name)}</td>
            <td>{shownText(source.region)}</td>
            <td>{source.kind}</td>
            <td>{source.records === null ? '–' : countText(source.records)}</td>
            <td>{source.first?.slice(0, 19).replace('T', ' ') ?? '–'}</td>
            <td>{source.last?.slice(0, 19).replace('T', ' ') ?? '–'}</td>
            <td>{health[source.health]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A sentence with the command in it set as what it is. */
function WithCommand({ text }: { readonly text: (command: string) => string }) {
  const [before = '', after = ''] = text('\0').split('\0');
  return (
    <>
      {before}
      <code className={classes.command}>{ATTACH_COMMAND}</code>
      {after}
    </>
  );
}

/** Files that are dropped on this page are logs; a HAR or SAZ is still opened as a capture. */
function useLogDrop(take: (file: File) => Promise<void>): void {
  useEffect(() => {
    const onDrop = (event: DragEvent): void => {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0 || files.some(({ name }) => /\.(?:har|saz)$/i.test(name))) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      void (async () => {
        for (const file of files) await take(file);
      })();
    };
    // Before the page's own listener, which opens captures.
    window.addEventListener('drop', onDrop, { capture: true });
    return () => window.removeEventListener('drop', onDrop, { capture: true });
  }, [take]);
}
