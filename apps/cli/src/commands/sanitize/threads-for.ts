import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import type { HandThreads } from '@harrier/sanitize';
import { nodeThreads } from '@harrier/sanitize/node';

/** Below it the start of the threads, which have to get as fast as the first one is by then, takes what they spare. */
const leastBytes = 16 * 1024 * 1024;

/** Every thread keeps what was learned for itself, and has its own copy of the program: beyond this size memory comes first. */
const mostBytes = 250 * 1024 * 1024;

/** Each takes some 70 MB, and from here on reading and writing are most of what is left. */
const mostThreads = 4;

/** The threads that a capture of so many bytes is sanitized with, as an option of the sanitizer: none for a small or a very large one. */
export function threadsFor(sizeBytes: number): { readonly threads?: HandThreads } {
  if (sizeBytes < leastBytes) return {};
  if (sizeBytes > mostBytes) {
    keepLittleRoom();
    return {};
  }
  const count = Math.min(availableParallelism(), mostThreads);
  return count < 2 ? {} : { threads: nodeThreads(count) };
}

/**
 * The room that V8 has for young objects stays as it is; by itself it would grow to 48 MB. A stretch leaves nothing
 * behind that would need so much.
 */
function keepLittleRoom(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
