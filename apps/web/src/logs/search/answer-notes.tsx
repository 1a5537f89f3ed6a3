import { countText } from '../../captures/quantity.ts';
import { useWords } from '../../words/use-words.ts';
import { shownText } from '../lines/shown-text.ts';
import type { LogSearch } from './log-search.ts';
import classes from './search.module.css';

interface AnswerNotesProps {
  readonly search: LogSearch;
  readonly onWiden: () => void;
  readonly onSearchAll: () => void;
  readonly onId: (id: string) => void;
}

/** How an answer stands: how much was found, who was asked, and what is missing from it. Nothing is missing silently. */
export function AnswerNotes({ search, onWiden, onSearchAll, onId }: AnswerNotesProps) {
  const {
    logs: { box, state: told },
  } = useWords();
  const { state, wanted, target, others, records, asked, isCut, partial } = search;
  if (wanted === undefined || state === 'idle' || state === 'no-store' || state === 'closed') return null;
  const isDone = state === 'done' || state === 'broken-off';
  const isEmpty = isDone && records.length === 0;
  const canWiden =
    isDone && target?.kind === 'id' && target.level !== 'session' && target.id.counters.length > 0;
  return (
    <div className={classes.notes} role="status">
      <span>
        {state === 'searching' ? told.searching : isEmpty ? told.none : told.found(countText(records.length))}
      </span>
      {asked !== null && <span>{told.asked(shownText(asked.join(', ')))}</span>}
      {isDone && wanted.scope === 'source' && asked === null && <span>{told.askedAll}</span>}
      {state === 'failed' && <span className={classes.bad}>{told.failed}</span>}
      {state === 'broken-off' && <span className={classes.bad}>{told.brokenOff}</span>}
      {isCut && <span className={classes.bad}>{told.cut(countText(records.length))}</span>}
      {partial.map(({ name, reason }) => (
        <span key={`${name} ${reason}`} className={classes.bad}>
          {told.partial(name === '' ? told.nameless : shownText(name))[reason]}
        </span>
      ))}
      {isEmpty && asked !== null && (
        <button type="button" className={classes.link} onClick={onSearchAll}>
          {told.searchAll}
        </button>
      )}
      {isEmpty && canWiden && (
        <button type="button" className={classes.link} onClick={onWiden}>
          {told.widen}
        </button>
      )}
      {others.length > 0 && (
        <span>
          {box.otherIds}{' '}
          {others.map(({ text }) => (
            <button key={text} type="button" className={classes.link} onClick={() => onId(text)}>
              {text}{' '}
            </button>
          ))}
        </span>
      )}
    </div>
  );
}
