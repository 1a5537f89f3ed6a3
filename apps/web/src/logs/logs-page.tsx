import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useWords } from '../words/use-words.ts';
import { AttachLogs, NoStoreNote, useAttached } from './desk/attach-logs.tsx';
import { FoundLogs } from './found-logs.tsx';
import classes from './logs.module.css';
import { AnswerNotes } from './search/answer-notes.tsx';
import type { Wanted } from './search/log-search.ts';
import { linkToLogs, pageSearch } from './search/page-search.ts';
import { SearchBox } from './search/search-box.tsx';

/** More than one request has. */
const MANY_LINES = 300;

/** Search logs, and see what became of a request: one box, then the answer. */
export function LogsPage() {
  const { pages } = useWords();
  const search = useStore(pageSearch);
  const { wanted, state, target } = search;
  const [typed, setTyped] = useState(wanted?.text ?? '');
  const [attached, look] = useAttached();
  const scope = wanted?.scope ?? 'global';
  const level = wanted?.level ?? 'request';
  useEffect(() => setTyped(wanted?.text ?? ''), [wanted?.text]);
  useEffect(() => {
    const id = target?.kind === 'id' ? target.id.text : target?.digits;
    const link = id === undefined ? '#logs=' : linkToLogs({ id, level, scope });
    history.replaceState(null, '', link);
  }, [target, level, scope]);
  const ask = (change: Partial<Wanted> = {}): void => {
    const text = change.text ?? typed;
    // The entry belongs to its id; another id is another request.
    const entry = text === wanted?.text ? wanted.entry : undefined;
    const { entry: _, ...rest } = wanted ?? { level, scope };
    void search.search({ ...rest, ...change, text, ...(entry === undefined ? {} : { entry }) });
  };
  // A request's few lines are there at once, with what they mean; nothing should jump. Long answers are shown as they come.
  const isShort = target !== undefined && search.records.length < MANY_LINES;
  const hasAnswer =
    state !== 'idle' && state !== 'no-store' && state !== 'closed' && !(state === 'searching' && isShort);
  return (
    <main className={classes.page} aria-label={pages.names.logs}>
      <SearchBox
        text={typed}
        scope={scope}
        level={level}
        isSearching={state === 'searching'}
        onText={setTyped}
        onSearch={ask}
        onStop={search.stop}
      />
      <AnswerNotes
        search={search}
        onWiden={() => ask({ level: 'session' })}
        onSearchAll={() => ask({ scope: 'global' })}
        onId={(text) => ask({ text })}
      />
      {(state === 'no-store' || state === 'closed') && <NoStoreNote why={state} />}
      {hasAnswer && search.records.length > 0 && (
        <FoundLogs key={`${wanted?.text} ${level} ${scope}`} search={search} onId={(text) => ask({ text })} />
      )}
      {(state === 'idle' || (state === 'done' && search.records.length === 0)) && (
        <AttachLogs attached={attached} onChange={look} />
      )}
    </main>
  );
}
