import { request } from 'node:http';
import type { Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { afterEach, expect, it } from 'vitest';
import type { ProxyBehaviour } from '../scenario/scenario.ts';
import { type Network, openNetwork } from './network.ts';
import { type ForwardProxy, openProxy } from './proxy.ts';
import { resolverRules } from './resolver-rules.ts';

const open: (Network | ForwardProxy)[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

async function behindProxy(behaviour: ProxyBehaviour): Promise<URL> {
  const network = await openNetwork();
  open.push(network);
  network.host([
    {
      host: 'portal.example.test',
      protocol: 'http/1.1',
      handle: (_, response) => void response.end('secret'),
    },
    { host: 'portal.example.test', scheme: 'http', handle: (_, response) => void response.end('plain') },
  ]);
  const proxy = await openProxy(network, behaviour);
  open.push(proxy);
  return new URL(proxy.url);
}

/** Status of the answer to CONNECT, and the socket behind it. */
function tunnel({ hostname, port }: URL): Promise<{ status: number; socket: Socket }> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: hostname, port, method: 'CONNECT', path: 'portal.example.test:443' });
    asked.on('connect', ({ statusCode = 0 }, socket) => resolve({ status: statusCode, socket }));
    asked.on('error', reject);
    asked.end();
  });
}

it('carries a tunnel to the door behind it', async () => {
  const { status, socket } = await tunnel(await behindProxy({}));
  expect(status).toBe(200);
  const tls = connectTls({ socket, servername: 'portal.example.test', rejectUnauthorized: false });
  tls.write('GET / HTTP/1.1\r\nHost: portal.example.test\r\nConnection: close\r\n\r\n');
  let answer = '';
  for await (const part of tls) answer += String(part);
  expect(answer).toContain('secret');
});

it('demands credentials of everybody when it is made to', async () => {
  const { status, socket } = await tunnel(await behindProxy({ demandsCredentials: true }));
  socket.destroy();
  expect(status).toBe(407);
});

it('opens no tunnel to the hosts that it is told', async () => {
  const { status, socket } = await tunnel(await behindProxy({ refusesTunnelsTo: ['portal.example.test'] }));
  socket.destroy();
  expect(status).toBe(503);
  const other = await tunnel(await behindProxy({ refusesTunnelsTo: ['voicemail.example.test'] }));
  other.socket.destroy();
  expect(other.status).toBe(200);
});

it('passes plain requests on', async () => {
  const { hostname, port } = await behindProxy({});
  const answer = await new Promise<string>((resolve, reject) => {
    const asked = request(
      {
        host: hostname,
        port,
        path: 'http://portal.example.test/',
        headers: { host: 'portal.example.test' },
        agent: false,
      },
      async (response) => {
        let text = String(response.headers.via);
        for await (const part of response) text += ` ${part}`;
        resolve(text);
      },
    );
    asked.on('error', reject);
    asked.end();
  });
  expect(answer).toBe('1.1 office-proxy plain');
});

it('lets no name leave the machine', () => {
  const rules = resolverRules({ httpsPort: 4433, httpPort: 8080 }, { 'gone.example.test': 'no-such-name' });
  expect(rules.split(',').at(-1)).toBe('MAP * ~NOTFOUND');
  expect(rules.indexOf('gone.example.test')).toBeLessThan(rules.indexOf('MAP *.test:443'));
});
