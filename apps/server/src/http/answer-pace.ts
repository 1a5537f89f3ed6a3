import type { ServerResponse } from 'node:http';

/** How often it is looked at what was taken of an answer. */
const LOOK_MS = 60_000;
/** What is taken in that time at least: 500 bytes a second, as of a body. */
const LEAST_BYTES = 30_000;
/** Somebody's line may well be silent for less than so many looks. */
const SLOW_LOOKS = 2;

/**
 * Breaks a connection off whose answer is not taken while it waits here. Whoever asks and does not read would else hold file, query and
 * connection for ever. That a reader has taken something shows only when a whole piece is gone, so a large one gets as long as it may take.
 */
export function keepAnswerPace(answer: ServerResponse): void {
  const { socket } = answer;
  if (socket === null) return;
  const taken = (): number => socket.bytesWritten - socket.writableLength;
  let before = taken();
  let slowLooks = 0;
  const look = setInterval(() => {
    const now = taken();
    const isSlow = answer.writableLength > 0 && now === before;
    before = now;
    slowLooks = isSlow ? slowLooks + 1 : 0;
    if (slowLooks >= Math.max(SLOW_LOOKS, answer.writableLength / LEAST_BYTES)) socket.destroy();
  }, LOOK_MS);
  look.unref();
  answer.once('close', () => clearInterval(look));
}
