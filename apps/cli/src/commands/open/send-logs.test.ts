import { request } from 'node:http';
import { openDesk, openMemoryStore } from '@harrier/logs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ServedWorkbench, serveWorkbench } from './serve-workbench.ts';

const ID = 'ATLAS_7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74_12';
const desk = openDesk(openMemoryStore());

let workbench: ServedWorkbench;
beforeEach(async () => {
  workbench = await serveWorkbench([], { desk: async () => desk, close: async () => {} });
});
afterEach(async () => await workbench.close());

const keyOf = () => new URL(workbench.url).hash.replace('#open=', '');

async function ask(method: string, path: string, body = '', headers: Record<string, string> = {}) {
  const { port } = new URL(workbench.url);
  return await new Promise<{ status: number; body: string; headers: NodeJS.Dict<string | string[]> }>(
    (resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (piece: string) => {
          text += piece;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: text, headers: response.headers }),
        );
      });
      // Node frames no body of a GET.
      asked.on('error', reject).end(method === 'POST' ? body : undefined);
    },
  );
}

describe('the logs of a served workbench', () => {
  it('come to whoever has the key, with what was taken in before', async () => {
    const headers = { authorization: `Bearer ${keyOf()}` };
    const line = `2026-01-15T09:30:00Z ERROR [${ID}] refused`;
    expect((await ask('POST', '/api/logs/files?name=a.log', line, headers)).status).toBe(200);
    const found = await ask('POST', '/api/logs/search', JSON.stringify({ id: ID }), headers);
    expect(found.body).toContain('refused');
    expect(found.headers['cache-control']).toBe('no-store');
    expect((await ask('POST', '/api/logs/flow', JSON.stringify({ id: ID }), headers)).status).toBe(200);
  });

  it('take what a collector sends with the key', async () => {
    const headers = { authorization: `Bearer ${keyOf()}`, 'content-type': 'application/json' };
    expect(await ask('POST', '/v1/logs', '{"resourceLogs":[]}', headers)).toMatchObject({
      status: 200,
      body: '{}',
    });
  });

  it.each([
    ['no key', {}],
    ['another key', { authorization: 'Bearer wrong' }],
    ['a key of the same length', { authorization: `Bearer ${'x'.repeat(32)}` }],
  ])('stay closed to %s', async (_what, headers) => {
    for (const [method, path] of [
      ['POST', '/api/logs/search'],
      ['GET', '/api/logs/sources'],
      ['POST', '/api/logs/files?name=a'],
      ['POST', '/v1/logs'],
      ['POST', '/logs/a'],
    ] as const)
      expect((await ask(method, path, '{"id":"7c1e0f52"}', headers)).status, path).toBe(401);
  });

  it('stay closed to another host name, and no site may ask beforehand', async () => {
    const headers = { authorization: `Bearer ${keyOf()}` };
    const elsewhere = { ...headers, host: 'evil.example.com' };
    expect((await ask('POST', '/api/logs/search', '{}', elsewhere)).status).toBe(403);
    const preflight = await ask('OPTIONS', '/api/logs/search', '', {
      origin: 'https://evil.example.com',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization',
    });
    expect(preflight.status).toBeGreaterThanOrEqual(400);
    expect(Object.keys(preflight.headers).join()).not.toContain('access-control');
  });

  it('are not there without a store', async () => {
    const plain = await serveWorkbench([]);
    const answer = await fetch(new URL('/api/logs/sources', plain.url));
    expect(answer.status).toBe(404);
    await plain.close();
  });
});
