import { availableParallelism } from 'node:os';
import type { HandThreads } from '@harrier/sanitize';
import { nodeThreads } from '@harrier/sanitize/node';

/** Below it the start of the threads, which have to get as fast as the first one is by then, takes what they spare. */
const leastBytes = 16 * 1024 * 1024;

/** Every thread keeps what was learned for itself; beyond this size two of them would take more than 256 MB together. */
const mostBytes = 400 * 1024 * 1024;

/** Each takes some 70 MB, and from here on reading and writing are most of what is left. */
const mostThreads = 4;

/** The threads that a capture of so many bytes is sanitized with, as an option of the sanitizer: none for a small one. */
export function threadsFor(sizeBytes: number): { readonly threads?: HandThreads } {
  const count = Math.min(availableParallelism(), mostThreads);
  return sizeBytes < leastBytes || sizeBytes > mostBytes || count < 2 ? {} : { threads: nodeThreads(count) };
}
