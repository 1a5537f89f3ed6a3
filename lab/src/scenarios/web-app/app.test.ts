import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Site } from '../../network/site.ts';
import { app, type Situation, service } from './app.ts';
import { annuaire, directory } from './looks.ts';
import { inTurn, json, nothing, redirect } from './reply.ts';
import { healthy } from './truth-of.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** Answers of one site, without the lab's network around it. */
async function open(site: Site): Promise<(path: string, method?: string) => Promise<Response>> {
  const server = createServer((request, response) => void site.handle?.(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  return (path, method = 'GET') =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      redirect: 'manual',
      headers: { connection: 'close' },
    });
}

const situation = (over: Partial<Situation> = {}): Situation => ({
  name: 'a',
  title: 'Works.',
  script: 'show(1);',
  truth: healthy(),
  ...over,
});

describe('an application', () => {
  it.each([directory, annuaire])('serves every file that its document names ($language)', async (look) => {
    const ask = await open(app(situation(), look));
    const markup = await (await ask('/')).text();
    const files = [...markup.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path ?? '');
    expect(files.length).toBeGreaterThan(1);
    for (const file of files) expect([file, (await ask(file)).status]).toEqual([file, 200]);
  });

  it('puts the script of the situation where the page loads it', async () => {
    const { assets } = directory.build({
      name: 'a',
      language: 'en',
      title: 'Directory',
      sessionPath: '/api/session',
      script: 'show("here I am");',
    });
    expect(Object.values(assets).filter(({ content }) => content.includes('here I am'))).toHaveLength(1);
  });

  it('takes the most exact route: method and path, then path, then the longest beginning', async () => {
    const routes = () => ({
      'PUT /api/numbers': nothing(201),
      '/api/numbers': nothing(202),
      '/api/*': nothing(203),
      'GET /api/people/*': nothing(204),
    });
    const ask = await open(app(situation({ routes }), directory));
    const status = async (path: string, method?: string) => (await ask(path, method)).status;
    expect(await status('/api/numbers', 'PUT')).toBe(201);
    expect(await status('/api/numbers?page=2')).toBe(202);
    expect(await status('/api/else')).toBe(203);
    expect(await status('/api/people/p-1')).toBe(204);
    expect(await status('/api/people/p-1', 'DELETE')).toBe(203);
    expect(await status('/nowhere')).toBe(404);
  });

  it('numbers the answers of its services, and lets nobody keep them', async () => {
    const ask = await open(app(situation(), directory));
    const ids = [await ask('/api/session'), await ask('/api/session')].map(({ headers }) => [
      headers.get(directory.idField)?.slice(-4),
      headers.get('cache-control'),
    ]);
    expect(ids).toEqual([
      ['0001', 'no-store'],
      ['0002', 'no-store'],
    ]);
    expect((await ask('/')).headers.get(directory.idField)).toBeNull();
  });

  it('begins anew in each run', async () => {
    const routes = () => ({ '/api/state': inTurn(json(1), json(2)) });
    for (const _ of [1, 2]) {
      const ask = await open(app(situation({ routes }), directory));
      const seen = [await ask('/api/state'), await ask('/api/state'), await ask('/api/state')];
      expect(await Promise.all(seen.map((answer) => answer.json()))).toEqual([1, 2, 2]);
    }
  });
});

describe('a service', () => {
  it('lets pages of the application read what it says', async () => {
    const ask = await open(service(directory, 'numbers.example.test', { '/old': redirect('/new', 308) }));
    const { status, headers } = await ask('/old');
    expect([status, headers.get('location')]).toEqual([308, '/new']);
    expect(headers.get('access-control-allow-origin')).toBe('https://directory.example.test');
  });
});
