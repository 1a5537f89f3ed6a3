import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Values that must be nowhere afterwards; each made when the test runs. */
export interface Canaries {
  readonly cookie: string;
  readonly token: string;
  readonly password: string;
  readonly inPage: string;
}

/** A page that signs in, stores, asks and fails, with a secret in each place, on a free port of 127.0.0.1. */
export interface CanarySite {
  readonly url: string;
  readonly canaries: Canaries;
  /** Settles when the page has made all its requests, the failing one included. */
  readonly visited: Promise<void>;
  close(): void;
}

const trackingId = 'CPAPI_7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74_12';

export async function openCanarySite(): Promise<CanarySite> {
  const random = () => crypto.randomUUID().replaceAll('-', '');
  const canaries = {
    cookie: `c${random()}`,
    token: `t${random()}`,
    password: `p${random()}`,
    inPage: `s${random()}`,
  };
  let tellVisited = () => {};
  const visited = new Promise<void>((resolve) => {
    tellVisited = resolve;
  });
  const server = createServer((request, response) => {
    const { url = '' } = request;
    if (url === '/start') {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Start</title>');
    } else if (url === '/') {
      response.writeHead(200, {
        'content-type': 'text/html',
        'set-cookie': `session=${canaries.cookie}; Path=/; Max-Age=86400`,
        'cache-control': 'max-age=3600',
      });
      response.end(page(canaries));
    } else if (url.startsWith('/api/profile')) {
      response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'max-age=3600' });
      response.end(JSON.stringify({ user: 'avery', access_token: canaries.inPage }));
    } else if (url === '/api/recording') {
      response.writeHead(502, { 'content-type': 'application/json', trackingid: trackingId });
      response.end(
        JSON.stringify({ error: { key: '400', message: [{ description: '400: Invalid Product' }] } }),
      );
      response.once('close', tellVisited);
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    canaries,
    visited,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function page({ token, password }: Canaries): string {
  return `<!doctype html><title>Portal</title><script>
    addEventListener('load', async () => {
      localStorage.setItem('token', '${token}');
      const authorization = { authorization: 'Bearer ${token}' };
      await (await fetch('/api/profile', { headers: authorization })).text();
      await fetch('/api/recording', {
        method: 'PATCH',
        headers: { ...authorization, 'content-type': 'application/json' },
        body: JSON.stringify({ enabled: true, password: '${password}' }),
      });
      console.error('could not save with ${token}');
    });
  </script>`;
}
