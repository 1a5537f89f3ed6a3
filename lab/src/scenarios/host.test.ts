import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { cookie, host, parameter } from './host.ts';

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

async function serve(spec: Omit<Parameters<typeof host>[0], 'host'>): Promise<string> {
  const site = host({ host: 'api.example.test', ...spec });
  const server = createServer((request, response) => void site.handle?.(request, response));
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('a host of the lab', () => {
  it('prefers the route that names the method, and looks past the query', async () => {
    const base = await serve({
      routes: { '/users': { text: 'any' }, 'POST /users': { status: 201, text: 'made' } },
    });
    expect(await (await fetch(`${base}/users?page=2`)).text()).toBe('any');
    expect((await fetch(`${base}/users`, { method: 'POST' })).status).toBe(201);
  });

  it('answers what is not there with a 404, or as it is told', async () => {
    expect((await fetch(`${await serve({ routes: {} })}/users`)).status).toBe(404);
    const base = await serve({ routes: {}, otherwise: { status: 302, fields: { location: '/users' } } });
    expect((await fetch(`${base}/x`, { redirect: 'manual' })).headers.get('location')).toBe('/users');
  });

  it('writes its own fields, a list as several lines, and the length of the content', async () => {
    const base = await serve({
      fields: { server: 'lab' },
      routes: { '/': { json: { a: 'ü' }, fields: { 'set-cookie': ['a=1', 'b=2'] } } },
    });
    const { headers } = await fetch(base);
    expect(headers.get('server')).toBe('lab');
    expect(headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(headers.get('content-length')).toBe('10');
  });

  it('reads cookies and parameters of a request', async () => {
    const base = await serve({
      routes: {
        '/': (request) => ({
          json: [cookie(request, 'sid'), parameter(request, 'code'), cookie(request, 'no')],
        }),
      },
    });
    const answer = await fetch(`${base}/?code=a%20b`, { headers: { cookie: 'x=1; sid=s-7' } });
    expect(await answer.json()).toEqual(['s-7', 'a b', null]);
  });
});
