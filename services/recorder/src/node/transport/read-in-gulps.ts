import type { Readable } from 'node:stream';

/** A gulp fills what the system reads at once; there is more where it came from. */
const FULL_BYTES = 64 * 1024;
/** Of a stream that comes in drops, so long is waited for more, ms. A tab or worker that is held until we listen waits as long. */
const GATHER_MS = 10;

/**
 * Takes what comes in gulps instead of drops: a browser tells each step of each request by itself, and to wake up thousands of times
 * takes processor time from the page. Each gulp is all that has come: a stream that is merely paused hands out what came meanwhile drop by drop.
 */
export function readInGulps(stream: Readable, take: (chunk: Buffer) => void): void {
  let isGathering = false;
  const gulp = () => {
    const chunk = allThatCame(stream);
    if (chunk.length === 0) return;
    take(chunk);
    if (chunk.length >= FULL_BYTES) return;
    isGathering = true;
    setTimeout(() => {
      isGathering = false;
      gulp();
    }, GATHER_MS);
  };
  stream.on('readable', () => {
    if (!isGathering) gulp();
  });
}

/** From Node 26 on, each read gives one of the pieces that came. */
function allThatCame(stream: Readable): Buffer {
  const pieces: Buffer[] = [];
  for (let piece = stream.read(); piece !== null; piece = stream.read()) pieces.push(piece as Buffer);
  const [only] = pieces;
  return only !== undefined && pieces.length === 1 ? only : Buffer.concat(pieces);
}
