import type { Capture, Entry } from '@harrier/har';
import type { TraitFacts } from '@harrier/knowledge';
import type { CaptureView } from '../findings/capture-view.ts';
import { commonTraits } from './common-traits.ts';

/** Entries opened for it, of those that failed and of the others: shares are within a few per cent then. */
const MAX_FAILED = 100;
const MAX_OTHERS = 200;
const FEWEST_FAILED = 3;

/**
 * What the failed requests of a capture have in common. Preflights and requests that a page loads as decoration stand
 * among the others like everything else. Of many, evenly spread ones are looked at.
 */
export async function whatFailedShares(
  capture: Capture,
  view: CaptureView,
  failedEntries: readonly number[],
  signal?: AbortSignal,
): Promise<TraitFacts[]> {
  if (failedEntries.length < FEWEST_FAILED) return [];
  const failures = new Set(view.failures.map(({ row }) => row));
  const others = view.rowsByStart.filter((row) => !failures.has(row));
  const open = async (rows: readonly number[]): Promise<Entry[]> => {
    const entries: Entry[] = [];
    for (const row of rows) {
      signal?.throwIfAborted();
      entries.push(view.exchange(row)?.entry ?? (await capture.openEntry(row)));
    }
    return entries;
  };
  return commonTraits(await open(spread(failedEntries, MAX_FAILED)), await open(spread(others, MAX_OTHERS)));
}

function spread(rows: readonly number[], most: number): number[] {
  if (rows.length <= most) return [...rows];
  return Array.from({ length: most }, (_, at) => rows[Math.floor((at * rows.length) / most)] as number);
}
