import { longestDurationMs } from '../entry/timings.ts';
import type { EntryIndex } from '../entry-index/entry-index.ts';

/**
 * How long one row's exchange took, in ms, from the columns alone: `time` where it is a duration, else the sum of the
 * phases (`ssl` lies inside `connect`), else undefined. `Entry.timeMs` says the same for an opened entry.
 */
export function entryDurationMs(index: EntryIndex, row: number): number | undefined {
  const { timeMs, blocked, dns, connect, send, wait, receive } = index.columns;
  const written = timeMs[row];
  if (isDuration(written)) return written;
  let sum: number | undefined;
  for (const column of [blocked, dns, connect, send, wait, receive]) {
    const phase = column[row];
    if (isDuration(phase)) sum = (sum ?? 0) + phase;
  }
  return sum;
}

/** A duration that is believed, ms. */
export function isDuration(value: number | undefined): value is number {
  return value !== undefined && value >= 0 && value <= longestDurationMs;
}
