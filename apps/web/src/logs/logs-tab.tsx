import { Button, Group, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { TabProps } from '../details/entry-view.ts';
import { useWords } from '../words/use-words.ts';
import { NoStoreNote } from './desk/attach-logs.tsx';
import { FoundLogs } from './found-logs.tsx';
import classes from './logs.module.css';
import { AnswerNotes } from './search/answer-notes.tsx';
import { createLogSearch, type LogScope } from './search/log-search.ts';
import { searchLogsOf } from './search-logs-of.ts';

/** What the services logged about one request: searched when the tab opens, in all sources or in its own. */
export function LogsTab({ tab, row, unmasked }: TabProps) {
  const { logs } = useWords();
  const [own] = useState(createLogSearch);
  const search = useStore(own);
  const [scope, setScope] = useState<LogScope>('global');
  const [hasId, setHasId] = useState(true);
  useEffect(() => {
    let isOld = false;
    void tab.connection.engine.followed(row, unmasked).then((followed) => {
      if (isOld) return;
      setHasId(followed !== undefined);
      if (followed === undefined) return;
      const { id, entry } = followed;
      void own.getState().search({ text: id, level: 'request', scope, entry });
    });
    return () => {
      isOld = true;
      own.getState().stop();
    };
  }, [tab.connection, row, unmasked, scope, own]);
  const again = (text: string): void => {
    const { wanted } = search;
    if (wanted !== undefined) void search.search({ text, level: wanted.level, scope });
  };
  if (!hasId) return <Text c="dimmed">{logs.tab.noId}</Text>;
  if (search.state === 'no-store' || search.state === 'closed') return <NoStoreNote why={search.state} />;
  return (
    <div className={classes.tab}>
      <Group gap="xs" py={4}>
        {(['source', 'global'] as const).map((one) => (
          <Button
            key={one}
            size="compact-xs"
            variant={scope === one ? 'light' : 'default'}
            aria-pressed={scope === one}
            title={logs.box.scopeMeanings[one]}
            onClick={() => setScope(one)}
          >
            {logs.box.scopes[one]}
          </Button>
        ))}
        <Button size="compact-xs" variant="default" onClick={() => void searchLogsOf(tab, scope)}>
          {logs.tab.openPage}
        </Button>
        <AnswerNotes
          search={search}
          onWiden={() => void searchLogsOf(tab, scope)}
          onSearchAll={() => setScope('global')}
          onId={again}
        />
      </Group>
      {search.records.length > 0 && <FoundLogs key={row} search={search} onId={again} />}
    </div>
  );
}
