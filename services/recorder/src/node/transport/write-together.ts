import type { Writable } from 'node:stream';

/**
 * Writes what is to be said in one turn as one: every write wakes up who listens, and a browser that is asked for a thousand bodies needs its processor
 * time for the page.
 */
export function writeTogether(stream: Writable, bytes: Uint8Array | string): void {
  if (stream.writableCorked === 0) {
    stream.cork();
    process.nextTick(() => stream.uncork());
  }
  stream.write(bytes);
}
