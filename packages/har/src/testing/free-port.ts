import { createServer } from 'node:net';

/**
 * Where ports for others' servers are looked for: below those that kernels give to whoever asks for any (Linux: 32768 and
 * above), so that nobody is given one by chance between this look and the start of the server.
 */
const PORTS = { first: 10_000, last: 32_000 } as const;

/** A port of 127.0.0.1 at which nobody listens now. */
export async function freePort(): Promise<number> {
  // Two workers that begin to look in the same moment look at different places.
  const start = Math.floor(Math.random() * (PORTS.last - PORTS.first));
  for (let step = 0; step < PORTS.last - PORTS.first; step++) {
    const port = PORTS.first + ((start + step) % (PORTS.last - PORTS.first));
    if (await isFree(port)) return port;
  }
  throw new Error(`No port from ${PORTS.first} to ${PORTS.last} is free on 127.0.0.1.`);
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  const isListening = await new Promise<boolean>((resolve) => {
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => resolve(true));
  });
  if (isListening) await new Promise((resolve) => probe.close(resolve));
  return isListening;
}
