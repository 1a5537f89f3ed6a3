import { HarReadError } from '../notes/har-read-error.ts';

/** Throws `har/cancelled` once `signal` was aborted. Every loop over a file asks it once per piece. */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new HarReadError('har/cancelled', 'Reading was cancelled.');
}
