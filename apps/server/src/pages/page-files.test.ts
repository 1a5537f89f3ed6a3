import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { buildServer } from '../build-server.ts';
import { origin, type TrialServer, trialServer } from '../testing/trial-server.ts';
import { readPageFiles } from './page-files.ts';

let folder: string;
let trial: TrialServer;
let server: FastifyInstance;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'harrier-page-'));
  mkdirSync(path.join(folder, 'page', 'assets'), { recursive: true });
  const files = {
    'page/index.html': '<html><head><title>Harrier</title></head><body></body></html>',
    'page/assets/index-abc.js': 'export {}',
    'page/assets/index-abc.js.map': '{}',
    'page/assets/openpgp.min-abc.mjs': 'export {}',
    'secret.js': 'not of the page',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  trial = await trialServer();
  server = await buildServer(trial.service, { pages: await readPageFiles(path.join(folder, 'page')) });
});
afterEach(async () => {
  await server.close();
  await trial.close();
  rmSync(folder, { recursive: true });
});

const get = async (url: string) => await server.inject({ url, headers: { host: new URL(origin).host } });

it('sends the page with a policy that lets it speak to its own server alone, and with the mark of a server', async () => {
  const answer = await get('/');
  expect(answer.statusCode).toBe(200);
  expect(answer.body).toContain('<meta name="harrier-server" content="cases" /></head>');
  const policy = String(answer.headers['content-security-policy']);
  for (const part of [
    "default-src 'none'",
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "form-action 'none'",
  ])
    expect(policy).toContain(part);
  expect(policy).not.toMatch(/https?:|\*/);
  expect(answer.headers['x-content-type-options']).toBe('nosniff');
});

it('sends scripts as scripts, to be kept: their names change with their content', async () => {
  for (const url of ['/assets/index-abc.js', '/assets/openpgp.min-abc.mjs']) {
    const answer = await get(url);
    expect([url, answer.statusCode, answer.headers['content-type']]).toEqual([
      url,
      200,
      'text/javascript; charset=utf-8',
    ]);
    expect(answer.headers['cache-control']).toContain('immutable');
  }
});

it('holds a piece of a script that is asked for and not read, and not the whole', async () => {
  const wholeBytes = 8_000_000;
  writeFileSync(path.join(folder, 'page/assets/large-abc.js'), ' '.repeat(wholeBytes));
  const large = await buildServer(trial.service, { pages: await readPageFiles(path.join(folder, 'page')) });
  await large.listen({ host: '127.0.0.1', port: 0 });
  const asked = once(large.server, 'request');
  const socket = connect((large.server.address() as AddressInfo).port, '127.0.0.1').on('error', () => {});
  try {
    socket.pause().write(`GET /assets/large-abc.js HTTP/1.1\r\nhost: ${new URL(origin).host}\r\n\r\n`);
    const [, answer] = (await asked) as [unknown, ServerResponse];
    await expect.poll(() => answer.writableLength).toBeGreaterThan(0);
    expect(answer.writableLength).toBeLessThan(wholeBytes / 20);
  } finally {
    socket.destroy();
    await large.close();
  }
});

it.each([
  '/assets/index-abc.js.map',
  '/index.html',
  '/assets/../../secret.js',
  '/..%2fsecret.js',
  '/assets/%2e%2e/%2e%2e/secret.js',
  '/assets/',
  '/assets/none.js',
])('has nothing at %s', async (url) => {
  expect((await get(url)).statusCode).toBe(404);
});

it('is the API alone where no page was built', async () => {
  expect((await readPageFiles(path.join(folder, 'nowhere'))).size).toBe(0);
});
