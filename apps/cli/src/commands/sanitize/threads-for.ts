import { availableParallelism } from 'node:os';
import type { HandThreads } from '@harrier/sanitize';
import { nodeThreads } from '@harrier/sanitize/node';

/** Below it the start of the threads, which have to get as fast as the first one is by then, takes what they spare. */
const leastBytes = 16 * 1024 * 1024;

/** Every thread keeps what was learned for itself; beyond this size two of them would take more than 256 MB together. */
const mostBytesForTwo = 250 * 1024 * 1024;

/** Each takes some 70 MB, and from here on reading and writing are most of what is left. */
const mostThreads = 4;

/**
 * The threads that a capture of so many bytes is sanitized with, as an option of the sanitizer: none for a small one. A
 * large one has a single thread, because threads can be told to keep little room for young objects, and this one cannot.
 */
export function threadsFor(sizeBytes: number): { readonly threads?: HandThreads } {
  if (sizeBytes < leastBytes) return {};
  if (sizeBytes > mostBytesForTwo) return { threads: nodeThreads(1) };
  const count = Math.min(availableParallelism(), mostThreads);
  return count < 2 ? {} : { threads: nodeThreads(count) };
}
