import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { buildServer } from '../build-server.ts';
import { route } from '../routes/route.ts';
import { origin, type TrialServer, trialServer } from '../testing/trial-server.ts';

const LOOK_MS = 60_000;
/** What is taken between two looks at least. */
const LEAST_BYTES = 30_000;

let trial: TrialServer;
let server: FastifyInstance;
let socket: Socket;
let isSourceEnded: boolean;
beforeEach(async () => {
  // Only what looks: the sockets are real.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  trial = await trialServer();
  isSourceEnded = false;
  async function* endless() {
    try {
      for (;;) yield Buffer.alloc(4096, 'x');
    } finally {
      isSourceEnded = true;
    }
  }
  const pieces = route({
    method: 'GET',
    url: '/api/pieces',
    access: 'public',
    summary: 'More than anybody reads.',
    answer: { status: 200, mediaType: 'text/plain' },
    handle: async () => Readable.from(endless(), { objectMode: false }),
  });
  const quiet = route({
    method: 'GET',
    url: '/api/quiet',
    access: 'public',
    summary: 'Has begun to answer, and has nothing to say.',
    answer: { status: 200, mediaType: 'text/plain' },
    handle: async ({ reply }) => {
      reply.hijack();
      reply.raw.write('begun');
    },
  });
  server = await buildServer(trial.service, { routes: [pieces, quiet] });
  await server.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(async () => {
  socket.destroy();
  vi.useRealTimers();
  await server.close();
  await trial.close();
});

/** Asks, and reads nothing yet; gives the answer as the server has it. */
async function asked(url: string): Promise<ServerResponse> {
  socket = connect((server.server.address() as AddressInfo).port, '127.0.0.1').on('error', () => {});
  const taken = once(server.server, 'request');
  socket.pause().write(`GET ${url} HTTP/1.1\r\nhost: ${new URL(origin).host}\r\n\r\n`);
  const [, answer] = (await taken) as [unknown, ServerResponse];
  return answer;
}

/** Until the systems at both ends hold all that they take, and the rest waits here. */
async function fills(answer: ServerResponse): Promise<void> {
  let before = -1;
  await expect
    .poll(
      () => {
        const written = answer.socket?.bytesWritten ?? 0;
        const isFull = written === before && answer.writableLength > 0;
        before = written;
        return isFull;
      },
      { interval: 200 },
    )
    .toBe(true);
}

it('an answer that nobody takes ends after two minutes, or as long as what waits may take, and so does what it is read from', async () => {
  const answer = await asked('/api/pieces');
  await fills(answer);
  // How much waits is up to the system and to Node: 16 KB and more, 64 KB and more since Node 22.
  const slowLooks = Math.max(2, Math.ceil(answer.writableLength / LEAST_BYTES));
  // Before the first look it was taken by the systems.
  for (let look = 0; look <= slowLooks; look++) {
    vi.advanceTimersByTime(LOOK_MS);
    const isEnded = answer.destroyed || answer.socket === null || answer.socket.destroyed;
    expect([look, isEnded]).toEqual([look, look === slowLooks]);
  }
  await expect.poll(() => isSourceEnded).toBe(true);
});

it('an answer of which something is taken now and then goes on', async () => {
  const answer = await asked('/api/pieces');
  for (let minute = 0; minute < 5; minute++) {
    await fills(answer);
    vi.advanceTimersByTime(LOOK_MS);
    expect(answer.socket?.destroyed).toBe(false);
    const before = answer.socket?.bytesWritten ?? 0;
    socket.resume();
    await expect.poll(() => answer.socket?.bytesWritten ?? 0).toBeGreaterThan(before);
    socket.pause();
  }
});

it('an answer that waits for its server is not given up', async () => {
  const answer = await asked('/api/quiet');
  await expect.poll(() => answer.headersSent && answer.writableLength).toBe(0);
  for (let minute = 0; minute < 10; minute++) {
    vi.advanceTimersByTime(LOOK_MS);
    expect([minute, answer.socket?.destroyed]).toEqual([minute, false]);
  }
  answer.end();
});
