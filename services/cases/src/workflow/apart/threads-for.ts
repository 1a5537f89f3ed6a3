import { availableParallelism } from 'node:os';
import type { HandThreads } from '@harrier/sanitize';
import { nodeThreads } from '@harrier/sanitize/node';

/** Below it the threads' start takes what they spare. */
const LEAST_BYTES = 16 * 1024 * 1024;
/** Every thread keeps what was learned for itself; beyond this size two of them take more than 256 MB together. */
const MOST_BYTES = 400 * 1024 * 1024;
/** A server has others to serve. */
const MOST_THREADS = 2;

/** The threads that a capture of so many bytes is sanitized with; none for a small one. */
export function threadsFor(sizeBytes: number): HandThreads | undefined {
  const count = Math.min(availableParallelism(), MOST_THREADS);
  return sizeBytes < LEAST_BYTES || sizeBytes > MOST_BYTES || count < 2 ? undefined : nodeThreads(count);
}
