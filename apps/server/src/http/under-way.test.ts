import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { buildServer } from '../build-server.ts';
import { type Route, route } from '../routes/route.ts';
import { origin, type Person, type TrialServer, trialServer } from '../testing/trial-server.ts';

const { host } = new URL(origin);

let trial: TrialServer;
let server: FastifyInstance;
let engineer: Person;
/** Ends the work of every request of `/api/slow` and `/api/slow-for-all` that waits. */
let endWork: () => void;
let begun: number;
beforeEach(async () => {
  const work = new Promise<void>((resolve) => {
    endWork = resolve;
  });
  begun = 0;
  const slow = (url: string, access: Route['access']): Route =>
    route({
      method: 'GET',
      url,
      access,
      summary: 'Takes as long as the test wants.',
      answer: { status: 204 },
      perMinute: 10_000,
      handle: async () => {
        begun++;
        await work;
      },
    });
  trial = await trialServer();
  engineer = await trial.signIn(await trial.newTenant(), ['engineer']);
  server = await buildServer(trial.service, {
    routes: [slow('/api/slow', 'signed-in'), slow('/api/slow-for-all', 'public')],
  });
});
afterEach(async () => {
  endWork();
  await server.close();
  await trial.close();
});

const ask = async (url: string, { cookie, address = '192.0.2.1' }: { cookie?: string; address?: string }) =>
  await server.inject({
    url,
    headers: { host, ...(cookie === undefined ? {} : { cookie }) },
    remoteAddress: address,
  });

it('a 21st event stream of an account is refused with words and a time; those before it go on, and another account has its own', async () => {
  const { id } = (await engineer.ask('POST', '/api/cases', { title: 'No audio', language: 'en' })).json();
  const colleague = await trial.signIn(await trial.newTenant(), ['engineer']);
  const theirs = (await colleague.ask('POST', '/api/cases', { title: 'No video', language: 'en' })).json();
  await trial.server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = trial.server.server.address() as AddressInfo;
  const open = async (caseId: string, { cookie }: Person): Promise<IncomingMessage> => {
    const path = `/api/cases/${caseId}/events`;
    const asked = get({ host: '127.0.0.1', port, path, headers: { host, cookie } }).on('error', () => {});
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    streams.push(response.on('error', () => {}));
    return response;
  };
  const streams: IncomingMessage[] = [];
  for (let tab = 0; tab < 20; tab++) await open(id, engineer);
  expect(new Set(streams.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));

  const refused = await open(id, engineer);
  expect(refused.statusCode).toBe(429);
  expect(refused.headers['retry-after']).toBe('10');
  const problem = JSON.parse((await refused.toArray()).join(''));
  expect(problem).toMatchObject({ code: 'request/too-many', title: expect.stringMatching(/\w/) });
  expect(streams.slice(0, 20).filter(({ destroyed }) => destroyed)).toEqual([]);
  expect((await engineer.ask('GET', '/api/session')).statusCode).toBe(200);
  expect((await open(theirs.id, colleague)).statusCode).toBe(200);

  streams[0]?.destroy();
  await expect.poll(async () => (await open(id, engineer)).statusCode).toBe(200);
  for (const stream of streams) stream.destroy();
});

it('an account has a hundred requests under way at most, from wherever; what has ended makes room', async () => {
  const waiting = Array.from({ length: 100 }, async (_, at) =>
    ask('/api/slow', { cookie: engineer.cookie, address: `192.0.2.${at}` }),
  );
  await expect.poll(() => begun).toBe(100);
  const refused = await ask('/api/slow', { cookie: engineer.cookie, address: '198.51.100.1' });
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '10']);
  const other = await trial.signIn(await trial.newTenant(), ['viewer']);
  const others = ask('/api/slow', { cookie: other.cookie });
  await expect.poll(() => begun).toBe(101);
  endWork();
  for (const answer of await Promise.all([...waiting, others])) expect(answer.statusCode).toBe(204);
  expect((await ask('/api/slow', { cookie: engineer.cookie })).statusCode).toBe(204);
});

it('an address has five hundred requests under way at most, signed in or not', async () => {
  const waiting = Array.from({ length: 500 }, async () => ask('/api/slow-for-all', {}));
  await expect.poll(() => begun).toBe(500);
  for (const url of ['/api/slow-for-all', '/api/openapi.json', '/nowhere'])
    expect((await ask(url, {})).statusCode).toBe(429);
  const elsewhere = ask('/api/slow-for-all', { address: '2001:db8::1' });
  await expect.poll(() => begun).toBe(501);
  endWork();
  for (const answer of await Promise.all([...waiting, elsewhere])) expect(answer.statusCode).toBe(204);
});

it('work counts until it is done, also when whoever asked has hung up', async () => {
  await server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.server.address() as AddressInfo;
  const headers = { host, cookie: engineer.cookie };
  const asked = Array.from({ length: 100 }, () =>
    get({ host: '127.0.0.1', port, path: '/api/slow', headers, agent: false }).on('error', () => {}),
  );
  await expect.poll(() => begun).toBe(100);
  for (const one of asked) one.destroy();
  const connections = async () =>
    await new Promise((resolve) => server.server.getConnections((_, count) => resolve(count)));
  await expect.poll(connections).toBe(0);
  expect((await ask('/api/slow', { cookie: engineer.cookie })).statusCode).toBe(429);
  endWork();
  await expect.poll(async () => (await ask('/api/slow', { cookie: engineer.cookie })).statusCode).toBe(204);
});
