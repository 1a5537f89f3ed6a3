import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildServer } from '../build-server.ts';
import { origin, type TrialServer, trialServer } from '../testing/trial-server.ts';

const LOOK_MS = 60_000;

let trial: TrialServer;
let sockets: Socket[];
beforeEach(async () => {
  // Only what looks: the sockets are real.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  trial = await trialServer();
  await trial.server.listen({ host: '127.0.0.1', port: 0 });
  sockets = [];
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await trial.close();
  vi.useRealTimers();
});

/** A request that has begun, and is in the server's hands; `ended` says whether the server has broken it off. */
async function begun(head: string, firstBytes: string, server = trial.server.server) {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  sockets.push(socket);
  let isEnded = false;
  socket.on('close', () => {
    isEnded = true;
  });
  socket.on('error', () => {});
  const taken = once(server, 'request');
  socket.write(`${head}\r\nhost: ${new URL(origin).host}\r\norigin: ${origin}\r\n\r\n${firstBytes}`);
  const [request] = await taken;
  return {
    /** More of the body, once the server has read it. */
    send: async (bytes: number): Promise<void> => {
      const before = request.socket.bytesRead;
      socket.resume();
      socket.write('x'.repeat(bytes));
      await expect.poll(() => request.socket.bytesRead).toBeGreaterThanOrEqual(before + bytes);
    },
    breakOff: () => socket.destroy(),
    looks: () => vi.advanceTimersByTime(LOOK_MS),
    ended: async (): Promise<boolean> => {
      if (!request.socket.destroyed) return false;
      await expect.poll(() => isEnded).toBe(true);
      return true;
    },
  };
}

describe('a body that comes too slowly', () => {
  it.each([
    [
      'of a sign-in',
      'POST /api/session HTTP/1.1\r\ncontent-type: application/json\r\ncontent-length: 400000',
    ],
    ['of a signed message', 'POST /api/connectors/a/webhook HTTP/1.1\r\ncontent-length: 60000'],
    [
      'in pieces',
      'POST /api/account-link HTTP/1.1\r\ncontent-type: application/json\r\ntransfer-encoding: chunked',
    ],
    [
      'of somebody who is nobody here',
      'POST /api/cases/a/attachments?name=a HTTP/1.1\r\ncontent-type: application/octet-stream\r\ncontent-length: 4000000',
    ],
    ['where none is read', 'GET /api/health/live HTTP/1.1\r\ncontent-length: 4000000'],
  ])('ends its connection: %s', async (_what, head) => {
    const caller = await begun(head, '');
    caller.looks();
    expect(await caller.ended()).toBe(false);
    caller.looks();
    expect(await caller.ended()).toBe(true);
  });

  it('is none that brings 500 bytes a second', async () => {
    const caller = await begun('POST /api/connectors/a/webhook HTTP/1.1\r\ncontent-length: 4000000', '');
    for (let minute = 0; minute < 2; minute++) {
      await caller.send(30_000);
      caller.looks();
    }
    expect(await caller.ended()).toBe(false);
  });

  it('may pause for a minute', async () => {
    const caller = await begun('POST /api/session HTTP/1.1\r\ncontent-length: 400000', '');
    for (let minute = 0; minute < 3; minute++) {
      caller.looks();
      await caller.send(30_000);
      caller.looks();
      expect(await caller.ended()).toBe(false);
    }
  });
});

it('a request that is broken off is no fault of the server', async () => {
  const lines: string[] = [];
  const stream = { write: (line: string) => void lines.push(line) };
  const server = await buildServer(trial.service, { logger: { level: 'info', stream } });
  await server.listen({ host: '127.0.0.1', port: 0 });
  try {
    const caller = await begun(
      'POST /api/session HTTP/1.1\r\ncontent-type: application/json\r\ncontent-length: 400000',
      '{',
      server.server,
    );
    caller.breakOff();
    await expect.poll(() => lines.join('')).toContain('broken off');
    expect(lines.join('')).toContain('/api/session');
    expect(lines.join('')).not.toContain('request failed');
  } finally {
    await server.close();
  }
});
