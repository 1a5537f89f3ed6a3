import { EntryFlag, type EntryIndex } from '@harrier/har';
import { type Outcome, outcomesOf } from './outcome.ts';

/** Rows by what they have in common. */
export interface RowKinds {
  /** One row of each kind. */
  readonly samples: readonly number[];
  /** Of each row the place of its kind among the samples. */
  readonly kindOfRow: Uint32Array;
}

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

/** The kinds of a capture's rows: rows of one are alike in host, method, media type, resource type, status, outcome and some flags. */
export function rowKinds(index: EntryIndex, outcomes = outcomesOf(index)): RowKinds {
  const { columns, length } = index;
  return kindsOf(length, [
    columns.host,
    columns.method,
    columns.mimeType,
    columns.resourceType,
    columns.status,
    numbersOf(outcomes),
    columns.flags.map((flags) => flags & kindFlags),
  ]);
}

/** The place of each outcome among their names. */
function numbersOf(outcomes: readonly Outcome[]): Uint8Array {
  const numbers = new Uint8Array(outcomes.length);
  for (let row = 0; row < outcomes.length; row++)
    numbers[row] = outcomeNames.indexOf(outcomes[row] as Outcome);
  return numbers;
}

/** Rows that are alike in all columns, one of each kind; kinds are parted by one column after the other, so that nothing but numbers is compared. */
function kindsOf(length: number, columns: readonly ArrayLike<number>[]): RowKinds {
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
