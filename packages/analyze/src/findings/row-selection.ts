import { EntryFlag, type EntryIndex } from '@harrier/har';
import type { Outcome } from '../exchange/outcome.ts';

/**
 * Rows of which a test is true, in the order in which things happened. The test may look only at what rows of one kind have
 * in common: host, method, media type, resource type, status, outcome, and whether a cache answered or messages of a WebSocket were kept.
 */
export type RowsOfKinds = (test: (row: number) => boolean) => number[];

/** Kinds that can be told apart: beside a column of 32 bits a double has room for so many. Captures have some hundred. */
const KINDS = 2 ** 21;
const outcomeNames: readonly Outcome[] = [
  'failed-status',
  'no-response',
  'error',
  'pending',
  'unknown',
  'answered',
];

/** Flags that are a part of the kind. */
const kindFlags = EntryFlag.fromCache | EntryFlag.hasWebSocketMessages;

/**
 * A capture of ten thousand rows has some hundred kinds of them. Each rule asks a few, instead of every row: what is asked
 * ten thousand times is compiled by the engine, and a hundred questions that are compiled cost more than all answers.
 */
export function rowsOfKinds(
  { columns, length }: EntryIndex,
  rowsByStart: readonly number[],
  outcomes: readonly Outcome[],
): RowsOfKinds {
  const { samples, kindOfRow } = kindsOf(length, [
    columns.host,
    columns.method,
    columns.mimeType,
    columns.resourceType,
    columns.status,
    outcomes.map((outcome) => outcomeNames.indexOf(outcome)),
    columns.flags.map((flags) => flags & kindFlags),
  ]);
  return (test) => {
    const isWanted = Uint8Array.from(samples, (row) => (test(row) ? 1 : 0));
    return isWanted.includes(1) ? selected(rowsByStart, kindOfRow, isWanted) : [];
  };
}

/** Rows that are alike in all columns, one of each kind; kinds are parted by one column after the other, so that nothing but numbers is compared. */
function kindsOf(
  length: number,
  columns: readonly ArrayLike<number>[],
): { readonly samples: readonly number[]; readonly kindOfRow: Uint32Array } {
  const kindOfRow = new Uint32Array(length);
  let samples: number[] = [];
  for (const column of columns) {
    samples = [];
    const kinds = new Map<number, number>();
    for (let row = 0; row < length; row++) {
      const key = (column[row] as number) * KINDS + (kindOfRow[row] as number);
      let kind = kinds.get(key);
      if (kind === undefined) {
        kind = samples.length;
        kinds.set(key, kind);
        samples.push(row);
      }
      kindOfRow[row] = kind;
    }
  }
  return { samples, kindOfRow };
}

function selected(rows: readonly number[], kindOfRow: Uint32Array, isWanted: Uint8Array): number[] {
  const found: number[] = [];
  for (const row of rows) if (isWanted[kindOfRow[row] as number] === 1) found.push(row);
  return found;
}

/** Those of `rows` in which a column is above a limit; `NaN`, not known, is not. */
export function rowsAbove(
  rows: readonly number[],
  column: Float64Array | Float32Array | Uint32Array,
  limit: number,
): number[] {
  const found: number[] = [];
  for (const row of rows) if ((column[row] as number) > limit) found.push(row);
  return found;
}

/** The same from `least` on. */
export function rowsFrom(
  rows: readonly number[],
  column: Float64Array | Float32Array | Uint32Array,
  least: number,
): number[] {
  const found: number[] = [];
  for (const row of rows) if ((column[row] as number) >= least) found.push(row);
  return found;
}

/** The `most` rows in which a column is greatest, greatest first; among equals what happened first. `rows` in that order. */
export function greatestFirst(
  rows: readonly number[],
  column: Float64Array | Float32Array | Uint32Array,
  most: number,
): number[] {
  return [...rows].sort((a, b) => (column[b] as number) - (column[a] as number)).slice(0, most);
}
