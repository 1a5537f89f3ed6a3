import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

/** How often it is looked at what went to and fro. */
const LOOK_MS = 60_000;
/** What goes in that time at least, 10 kB a second: a capture of 100 MB within three hours. Case systems are servers with a server's line. */
const LEAST_BYTES = 600_000;
/** Time may have passed because this process was busy: what came meanwhile is read before the second look. */
const SLOW_LOOKS = 2;

/**
 * Ends an exchange with a case system that goes too slowly, from the first byte of the question to the last one of the answer. Silence ends it sooner;
 * but one that sends a byte now and then would hold for ever what others wait for: a look at its changes, a hand that works on cases.
 */
export function keepExchangePace(outgoing: ClientRequest): void {
  let answer: IncomingMessage | undefined;
  let socket: Socket | undefined;
  // What was put into the socket and is still there has not gone.
  const gone = (): number =>
    socket === undefined ? 0 : socket.bytesRead + socket.bytesWritten - socket.writableLength;
  let before = 0;
  let slowLooks = 0;
  outgoing.once('socket', (one) => {
    socket = one;
    // Of a connection that was used before it counts from here.
    before = gone();
  });
  outgoing.once('response', (incoming) => {
    answer = incoming;
    incoming.once('close', () => clearInterval(look));
  });
  const look = setInterval(() => {
    const now = gone();
    // What lies here unread has come: then it is we who are slow.
    const isSlow = now - before < LEAST_BYTES && (answer?.readableLength ?? 0) === 0;
    before = now;
    slowLooks = isSlow ? slowLooks + 1 : 0;
    if (slowLooks === SLOW_LOOKS) (answer ?? outgoing).destroy(new Error('too slow'));
  }, LOOK_MS);
  look.unref();
  outgoing.once('error', () => clearInterval(look));
}
