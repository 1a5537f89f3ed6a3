import { EntryFlag, type EntryIndex, UNKNOWN_SIZE } from '@harrier/har';

/**
 * How an exchange ended, as far as the index's columns tell.
 * `failed-status` 400 up · `no-response` status 0 · `error` an `_error` beside a status below 400 · `pending` still
 * in flight when the capture was saved · `unknown` the exporter wrote no status, or none beside content · `answered` anything else, which
 * may still say inside its body that it failed.
 */
export type Outcome = 'failed-status' | 'no-response' | 'error' | 'pending' | 'unknown' | 'answered';

/**
 * Whether the columns alone say that an exchange failed: a status of 400 up, no answer, or an error beside the status. What was answered
 * may still have failed inside its body: {@link import('./failed-inside.ts').failedInside}.
 */
export function hasFailed(outcome: Outcome): boolean {
  return outcome === 'failed-status' || outcome === 'no-response' || outcome === 'error';
}

/** The outcome of every row. */
export function outcomesOf(index: EntryIndex): Outcome[] {
  const outcomes = new Array<Outcome>(index.length);
  for (let row = 0; row < index.length; row++) outcomes[row] = outcomeOf(index, row);
  return outcomes;
}

/** Never status alone: browsers report most failures with status 0 or 200 and an error beside it. */
export function outcomeOf(index: EntryIndex, row: number): Outcome {
  const { columns } = index;
  const flags = columns.flags[row] as number;
  const status = columns.status[row] as number;
  const hasError = (flags & EntryFlag.hasError) !== 0;
  if (status >= 400) return 'failed-status';
  if (hasError) return status === 0 ? 'no-response' : 'error';
  if ((flags & EntryFlag.hasStatus) === 0) return 'unknown';
  if (status !== 0) return 'answered';
  // DevTools writes the script of a service worker with its text and without a status: something came back.
  const size = columns.contentSize[row] as number;
  if (size > 0 && size !== UNKNOWN_SIZE) return 'unknown';
  // In flight when the capture was saved: Chrome writes a large negative `blocked`, others no time at all, or none but for sending.
  const blocked = columns.blocked[row] as number;
  const time = columns.timeMs[row] as number;
  if (blocked < -1 || Number.isNaN(time) || time <= 0) return 'pending';
  if (time <= (columns.send[row] as number)) return 'pending';
  return 'no-response';
}
