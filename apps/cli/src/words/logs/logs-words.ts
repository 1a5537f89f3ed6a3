import type { CommandHelps, OptionHelps, UsageWords } from '../cli-words.ts';

/** What is said by the commands that begin with `logs`, in one language. */
export interface LogsWords {
  readonly usage: Pick<
    UsageWords,
    | 'not-an-id'
    | 'not-a-field'
    | 'not-a-moment'
    | 'not-a-number'
    | 'unknown-format'
    | 'not-a-zone'
    | 'no-words'
    | 'no-source'
  >;
  readonly command: Pick<
    CommandHelps,
    'logs import' | 'logs search' | 'logs grep' | 'logs sources' | 'logs follow'
  >;
  readonly option: Pick<
    OptionHelps,
    | 'store'
    | 'source'
    | 'sources'
    | 'region'
    | 'scope'
    | 'host'
    | 'level'
    | 'since'
    | 'until'
    | 'around'
    | 'service'
    | 'severity'
    | 'field'
    | 'status'
    | 'limit'
    | 'as'
    | 'explain'
    | 'zone'
    | 'keep-credentials'
  >;
  readonly told: {
    imported(read: number, added: number, files: number): string;
    /** So many were stored before it was stopped. */
    stopped(added: number): string;
    following(files: number): string;
    readonly none: string;
    found(records: number): string;
    /** `reasons` and `names` are facts: what lacks in the answer. */
    partial(name: string, reason: string): string;
    readonly reason: Readonly<Record<'unreachable' | 'slow' | 'refused' | 'failed', string>>;
    readonly nameless: string;
    otherIds(ids: string): string;
    /** What of an lnav file has no counterpart; `place` is a format and a JSON pointer. */
    readonly formatNote: Readonly<Record<'layouts-assumed' | 'unsupported', (place: string) => string>>;
    readonly note: Readonly<
      Record<
        | 'cut'
        | 'packed'
        | 'binary'
        | 'limit'
        | 'link'
        | 'unreadable'
        | 'line-cut'
        | 'record-cut'
        | 'rotated'
        | 'truncated',
        (name: string) => string
      >
    >;
    readonly heads: Readonly<Record<'name' | 'region' | 'kind' | 'records' | 'first' | 'last', string>>;
    readonly noSources: string;
    /** A line that a format reads. */
    fits(format: string, pattern: string): string;
    /** It belongs to a record that began before it; `why` says how it would be read if it stood alone. */
    goesOn(why: string): string;
    /** No format reads it; the nearest one got so far and expected something else. */
    fitsNone(format: string, character: number, expected: string): string;
  };
}
