import { type Analysis, outcomeOf } from '@harrier/analyze';
import type { EntryIndex } from '@harrier/har';

/** Which requests of a capture failed. */
export interface FailedRows {
  readonly count: number;
  has(row: number): boolean;
  /** In the order of the file. */
  rows(): number[];
}

const known = new WeakMap<
  EntryIndex,
  { readonly analysis: object | undefined; readonly failed: FailedRows }
>();

/**
 * The one answer to "did it fail?", for the answer, the table, the map, the keys, the filter and the statistics alike: what the
 * analysis says. Until it is there, and for requests that it left closed, the columns say it: a status of 400 up, no response, an error.
 */
export function failedRowsOf(
  index: EntryIndex,
  analysis: Pick<Analysis, 'failedEntries' | 'leftClosed'> | undefined,
): FailedRows {
  const before = known.get(index);
  if (before !== undefined && before.analysis === analysis) return before.failed;
  const marks = new Uint8Array(index.length);
  for (const row of analysis?.failedEntries ?? []) marks[row] = 1;
  if (analysis === undefined || analysis.leftClosed > 0)
    for (let row = 0; row < marks.length; row++) if (failsByColumns(index, row)) marks[row] = 1;
  const failed: FailedRows = {
    count: marks.reduce((sum, mark) => sum + mark, 0),
    has: (row) => marks[row] === 1,
    rows: () => [...marks.keys()].filter((row) => marks[row] === 1),
  };
  known.set(index, { analysis, failed });
  return failed;
}

function failsByColumns(index: EntryIndex, row: number): boolean {
  const outcome = outcomeOf(index, row);
  return outcome === 'failed-status' || outcome === 'no-response' || outcome === 'error';
}
