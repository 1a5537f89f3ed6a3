import type { IncomingMessage } from 'node:http';

/** How often it is looked at what came of a body. A line may well be silent for less than that. */
const LOOK_MS = 60_000;
/** What comes in that time at least, 500 bytes a second: less than any line that somebody sends a capture over. */
const LEAST_BYTES = 30_000;
/** Time may have passed because this process was busy: what came meanwhile is read before the second look. */
const SLOW_LOOKS = 2;

/**
 * Breaks a connection off whose request's body comes too slowly while it is waited for, signed in or not. Whoever sent a byte now
 * and then would else hold it for ever, and a machine that fell asleep in the middle of an upload kept its bytes counted as under way.
 */
export function keepPace(request: IncomingMessage): void {
  const { headers, socket } = request;
  if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) return;
  let before = socket.bytesRead;
  let slowLooks = 0;
  const look = setInterval(() => {
    if (request.complete) return clearInterval(look);
    const came = socket.bytesRead - before;
    before = socket.bytesRead;
    // What lies here unread has come: then it is we who are slow.
    const isSlow = came < LEAST_BYTES && request.readableLength === 0;
    slowLooks = isSlow ? slowLooks + 1 : 0;
    if (slowLooks === SLOW_LOOKS) socket.destroy();
  }, LOOK_MS);
  look.unref();
  request.once('close', () => clearInterval(look));
}
