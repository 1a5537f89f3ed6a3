import { availableParallelism } from 'node:os';
import type { HandThreads } from '@harrier/sanitize';
import { nodeThreads } from '@harrier/sanitize/node';

/** Below it the start of the threads, which have to get as fast as the first one is by then, takes what they spare. */
const leastBytes = 16 * 1024 * 1024;

/** Every thread keeps what was learned for itself, and has its own copy of the program: beyond this size memory comes first. */
const mostBytesForMany = 250 * 1024 * 1024;

/** Each takes some 50 MB, and from here on reading and writing are most of what is left. */
const mostThreads = 4;

/** The threads that a capture of so many bytes is sanitized with, as an option of the sanitizer: none for a small one, two for a very large one. */
export function threadsFor(sizeBytes: number): { readonly threads?: HandThreads } {
  if (sizeBytes < leastBytes) return {};
  const count = Math.min(availableParallelism(), sizeBytes > mostBytesForMany ? 2 : mostThreads);
  return count < 2 ? {} : { threads: nodeThreads(count) };
}
