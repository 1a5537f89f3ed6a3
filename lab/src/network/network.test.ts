import { X509Certificate } from 'node:crypto';
import { get } from 'node:http';
import { connect as connectHttp2 } from 'node:http2';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Network, openNetwork } from './network.ts';
import type { Site } from './site.ts';

let network: Network;
beforeEach(async () => {
  network = await openNetwork();
});
afterEach(async () => {
  await network.close();
});

const hello: Site = {
  host: 'portal.example.test',
  handle: (request, response) => {
    response.end(`hello over ${request.httpVersion} from ${request.url}`);
  },
};

describe('the lab’s network', () => {
  it('serves HTTP/2 to whom the ClientHello names', async () => {
    network.host([hello]);
    expect(await getHttp2('portal.example.test', '/users')).toBe('hello over 2.0 from /users');
  });

  it('serves HTTP/1.1 where the site is old, encrypted and plain', async () => {
    network.host([
      { ...hello, protocol: 'http/1.1' },
      { ...hello, scheme: 'http' },
    ]);
    expect(await getHttps('portal.example.test', '/a')).toBe('hello over 1.1 from /a');
    expect(await getHttp('portal.example.test', '/b')).toBe('hello over 1.1 from /b');
  });

  it('keeps an encrypted and a plain site of one name apart', async () => {
    const named = (text: string) => ({ handle: hello.handle, text });
    network.host([
      { ...hello, protocol: 'http/1.1', handle: (_, response) => void response.end(named('secure').text) },
      { ...hello, scheme: 'http', handle: (_, response) => void response.end(named('plain').text) },
    ]);
    expect(await getHttps('portal.example.test', '/')).toBe('secure');
    expect(await getHttp('portal.example.test', '/')).toBe('plain');
  });

  it('hands a raw site the bytes below TLS', async () => {
    network.host([{ host: 'pbx.example.test', raw: (socket) => (socket as Socket).resetAndDestroy() }]);
    await expect(getHttps('pbx.example.test', '/')).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  it('hands a raw site inside TLS what the browser says', async () => {
    network.host([
      {
        host: 'pbx.example.test',
        protocol: 'http/1.1',
        rawInsideTls: true,
        raw: (socket) => {
          socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok'));
        },
      },
    ]);
    expect(await getHttps('pbx.example.test', '/')).toBe('ok');
  });

  it('turns a handler that throws into a 500 and complains', async () => {
    network.host([
      {
        host: 'portal.example.test',
        protocol: 'http/1.1',
        handle: () => {
          throw new Error('broken on purpose');
        },
      },
    ]);
    expect(await getHttps('portal.example.test', '/')).toBe('');
    expect(network.complaints).toEqual(['portal.example.test failed at GET /: Error: broken on purpose']);
  });

  it('complains about hosts that nobody plays', async () => {
    network.host([hello]);
    await expect(getHttps('nobody.example.test', '/')).rejects.toBeDefined();
    expect(network.complaints).toEqual(['No site is called https://nobody.example.test.']);
  });

  it('forgets the sites of the scenario before', async () => {
    network.host([{ ...hello, protocol: 'http/1.1' }]);
    network.host([]);
    await expect(getHttps('portal.example.test', '/')).rejects.toBeDefined();
  });
});

describe('certificates', () => {
  it.each([
    ['trusted', undefined],
    ['expired', 'CERT_HAS_EXPIRED'],
    ['wrong-name', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['unknown-authority', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ] as const)('are %s as their kind says', async (certificate, code) => {
    network.host([{ ...hello, protocol: 'http/1.1', certificate }]);
    const answer = getHttps('portal.example.test', '/');
    if (code === undefined) await expect(answer).resolves.toContain('hello');
    else await expect(answer).rejects.toMatchObject({ code });
  });

  it('are read by OpenSSL as they were meant', async () => {
    const root = new X509Certificate(Buffer.from(network.authority.rootBase64, 'base64'));
    expect(root.ca).toBe(true);
    expect(root.verify(root.publicKey)).toBe(true);
    const { cert } = network.authority.certificateFor('portal.example.test', 'trusted');
    const leaf = new X509Certificate(cert);
    expect(leaf.checkIssued(root)).toBe(true);
    expect(leaf.verify(root.publicKey)).toBe(true);
    expect(leaf.subjectAltName).toBe('DNS:portal.example.test');
    expect(leaf.ca).toBe(false);
  });
});

function rootPem(): string {
  return new X509Certificate(Buffer.from(network.authority.rootBase64, 'base64')).toString();
}

function getHttps(host: string, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = httpsRequest(
      {
        host: '127.0.0.1',
        port: network.httpsPort,
        servername: host,
        ca: rootPem(),
        path,
        headers: { host },
        agent: false,
      },
      (response) => resolve(textOf(response)),
    );
    request.on('error', reject);
    request.end();
  });
}

function getHttp(host: string, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port: network.httpPort, path, headers: { host }, agent: false }, (response) =>
      resolve(textOf(response)),
    ).on('error', reject);
  });
}

async function getHttp2(host: string, path: string): Promise<string> {
  const session = connectHttp2(`https://127.0.0.1:${network.httpsPort}`, { servername: host, ca: rootPem() });
  try {
    return await textOf(session.request({ ':path': path, ':authority': host }));
  } finally {
    session.close();
  }
}

async function textOf(stream: AsyncIterable<Buffer | string>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}
