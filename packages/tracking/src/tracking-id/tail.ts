import type { TrackingIdField } from './tracking-id.ts';

/** Where an id stands. A field is known to hold an id, so it may be odd; running text proves nothing. */
export type TrackingIdPlace = 'field' | 'text';

/** What follows the base of an id. */
export interface Tail {
  readonly path: readonly string[];
  readonly replay?: number;
  readonly fields: readonly TrackingIdField[];
  /** Offset of the first character that is no longer the id. */
  readonly end: number;
}

// Every pattern here is anchored (sticky) and repeats one character class only, so it reads each character once.
/** In text only what cannot be a word: a counter, or the eight hex digits that some services append. */
const PART_IN_TEXT = /_([0-9]{1,9}|[0-9A-Fa-f]{8})(?![0-9A-Za-z])/y;
const PART_IN_FIELD = /_([0-9A-Za-z.-]{1,40})(?![0-9A-Za-z.:-])/y;
/** Three digits: nobody replays more often, and `+` is a blank in a URL-encoded text. */
const REPLAY = /\+([0-9]{1,3})(?![0-9A-Za-z])/y;
const FIELD = /_([A-Za-z][0-9A-Za-z]{0,23}):([0-9A-Za-z-]{1,40})(?![0-9A-Za-z-])/y;

/** Reads path, replay and marks from `at` on, as far as they go. */
export function readTail(text: string, at: number, place: TrackingIdPlace): Tail {
  const path: string[] = [];
  const fields: TrackingIdField[] = [];
  let replay: number | undefined;
  let end = at;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = end;
    const match = pattern.exec(text);
    if (match !== null) end = pattern.lastIndex;
    return match;
  };
  const part = place === 'text' ? PART_IN_TEXT : PART_IN_FIELD;
  for (let match = take(part); match !== null; match = take(part)) path.push(match[1]!);
  // Clients write the replay before the marks, gateways after them.
  for (;;) {
    const again = replay === undefined ? take(REPLAY) : null;
    if (again !== null) {
      replay = Number(again[1]);
      continue;
    }
    const field = take(FIELD);
    if (field === null) break;
    fields.push({ name: field[1]!, value: field[2]! });
  }
  return { path, fields, end, ...(replay === undefined ? {} : { replay }) };
}

/** The counters among the parts of a path. */
export function countersOf(path: readonly string[]): number[] {
  // Nine digits: a count. More is a number of something else (a time, an account).
  return path.filter((part) => /^[0-9]{1,9}$/.test(part)).map(Number);
}
