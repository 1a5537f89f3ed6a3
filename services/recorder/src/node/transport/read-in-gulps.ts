import type { Readable } from 'node:stream';

/** A gulp fills what the system reads at once; there is more where it came from. */
const FULL_BYTES = 64 * 1024;
/** Of a stream that comes in drops, so long is waited for more, ms. A tab or worker that is held until we listen waits as long. */
const GATHER_MS = 10;

/**
 * Takes what comes in gulps instead of drops: a browser tells each step of each request by itself, and to wake up thousands of times
 * takes processor time from the page.
 */
export function readInGulps(stream: Readable, take: (chunk: Buffer) => void): void {
  stream.on('data', (chunk: Buffer) => {
    take(chunk);
    if (chunk.length >= FULL_BYTES) return;
    stream.pause();
    setTimeout(() => stream.resume(), GATHER_MS);
  });
}
