import { recordJson } from '@harrier/logs/for-pages';
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { NoStoreNote } from '../logs/desk/attach-logs.tsx';
import { createLogSearch, type LogSearch } from '../logs/search/log-search.ts';
import { useWords } from '../words/use-words.ts';
import type { FieldProps } from './escalate-page.tsx';

/** Searches the logs that are attached to the page's server, and takes what was found as if it had been pasted. */
export function SearchLogs({ id, change }: Pick<FieldProps, 'change'> & { readonly id: string }) {
  const { logs } = useWords();
  const [answer, setAnswer] = useState<LogSearch>();
  const [isSearching, setSearching] = useState(false);
  const search = async (): Promise<void> => {
    setSearching(true);
    const store = createLogSearch();
    await store.getState().search({ text: id, level: 'request', scope: 'global' });
    const found = store.getState();
    setSearching(false);
    setAnswer(found);
    // What was broken off is no answer, and a search without a store is none.
    if (found.state !== 'done') return;
    const lines = found.records.map((record) => JSON.stringify(recordJson(record)));
    change({ logs: lines.join('\n'), isSearched: true });
  };
  const { state: told } = logs;
  const gaps = answer?.partial ?? [];
  return (
    <>
      <Group gap="xs" mb={4}>
        <Button size="compact-xs" loading={isSearching} onClick={() => void search()}>
          {logs.box.search}
        </Button>
        <Text size="sm" role="status">
          {answer?.state === 'done' && answer.records.length === 0 && told.none}
          {answer?.state === 'broken-off' && told.brokenOff}
          {answer?.state === 'failed' && told.failed}
          {gaps.map(({ name, reason }) => told.partial(name === '' ? told.nameless : name)[reason]).join(' ')}
        </Text>
      </Group>
      {(answer?.state === 'no-store' || answer?.state === 'closed') && <NoStoreNote why={answer.state} />}
    </>
  );
}
