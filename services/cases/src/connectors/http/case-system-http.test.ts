import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createAuthority } from '../../../../../lab/src/network/certificates/authority.ts';
import { ObjectError } from '../../objects/object-error.ts';
import { gather, pieces } from '../../vault/testing/streams.ts';
import { CaseSystemHttp, type CaseSystemHttpOptions } from './case-system-http.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A server on this machine; gives its address. */
async function serve(answer: Answer): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/base/`;
}

const token = ['tok', 'en-', '4711'].join('');
const httpTo = (baseUrl: string, more: Partial<CaseSystemHttpOptions> = {}) =>
  new CaseSystemHttp({
    baseUrl,
    network: 'private',
    credentials: async () => ({ authorization: `Bearer ${token}` }),
    ...more,
  });
const get = (...path: string[]) => ({ method: 'GET' as const, path });
const code = async (work: Promise<unknown>) =>
  await work.then(
    () => 'done',
    (error) => error.code,
  );

describe('the way out', () => {
  it.each(['127.0.0.1', 'localhost', '[::1]', '169.254.169.254', '10.0.0.1', '192.168.0.1'])(
    'does not lead to %s unless it was configured',
    async (host) => {
      const http = httpTo(`https://${host}:9/`, { network: 'public' });
      const error = (await http.json(get('x')).catch((caught) => caught)) as Error;
      expect(error).toMatchObject({ code: 'case-system/unreachable' });
      expect(error.message).toContain('not one of the public Internet');
    },
  );

  it('is not a connection that was opened to a private network for somebody else', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    const certificate = createAuthority().certificateFor('localhost', 'trusted');
    const server = createTlsServer(certificate, (_, response) => response.end('{"inside":true}'));
    try {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const baseUrl = `https://localhost:${(server.address() as AddressInfo).port}/`;
      expect(await httpTo(baseUrl).json(get('x'))).toEqual({ inside: true });
      // What was read to its end leaves its connection to the next one.
      await new Promise((resolve) => setImmediate(resolve));
      const stranger = httpTo(baseUrl, { network: 'public' }).json(get('x'));
      await expect(stranger).rejects.toThrow('not one of the public Internet');
    } finally {
      vi.unstubAllEnvs();
      server.closeAllConnections();
      server.close();
    }
  });

  it('needs https in the Internet', () => {
    expect(() => httpTo('http://cases.example.com/', { network: 'public' })).toThrow('needs https');
  });

  it('stays below its base, whatever a name says', async () => {
    const seen: string[] = [];
    const http = httpTo(
      await serve((request, response) => {
        seen.push(request.url ?? '');
        response.end('{}');
      }),
    );
    await http.json(get('a b', "c/../d?e=f#g'ü"));
    expect(seen).toEqual([`/base/a%20b/c%2F..%2Fd%3Fe%3Df%23g'%C3%BC`]);
    for (const name of ['..', '.', ''])
      expect(await code(http.json(get('x', name)))).toBe('case-system/not-found');
  });
});

describe('an answer', () => {
  it.each([
    [401, 'not-signed-in'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [410, 'not-found'],
    [413, 'too-large'],
    [415, 'type-refused'],
    [429, 'busy'],
    [500, 'unreachable'],
    [503, 'busy'],
    [302, 'unexpected'],
    [418, 'unexpected'],
  ])('%i is told as %s, without what was asked', async (status, expected) => {
    const base = await serve((_, response) => {
      response.writeHead(status, { 'retry-after': '7', location: '/base/login' });
      response.end('quoted');
    });
    const error = (await httpTo(base)
      .json(get('secret-name.har'))
      .catch((caught) => caught)) as Error;
    expect(error).toMatchObject({ code: `case-system/${expected}`, retryAfterMs: 7000 });
    for (const hidden of ['secret-name', token, 'quoted']) expect(error.message).not.toContain(hidden);
  });

  it('that never ends is not read for ever', async () => {
    const base = await serve((_, response) => {
      const more = () =>
        response.write(Buffer.alloc(1 << 16), (gone) => gone || response.destroyed || more());
      more();
    });
    expect(await code(httpTo(base).json(get('x')))).toBe('case-system/too-large');
    expect(await code(gather(await httpTo(base).download(get('x'), 1000)))).toBe('case-system/too-large');
  });

  it('that never comes is not waited for', async () => {
    const base = await serve(() => {});
    expect(await code(httpTo(base, { silenceMs: 50 }).json(get('x')))).toBe('case-system/unreachable');
  });

  it('that is cut off is not a whole file', async () => {
    const base = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half');
      setImmediate(() => response.destroy());
    });
    expect(await code(httpTo(base).download(get('x'), 1000).then(gather))).toBe('case-system/unreachable');
  });

  it('that is no JSON is not quoted', async () => {
    const base = await serve((_, response) => response.end('<html>captured'));
    const error = await httpTo(base)
      .json(get('x'))
      .catch((caught: Error) => caught as Error);
    expect(error).toMatchObject({ code: 'case-system/unexpected', message: 'the answer is no JSON' });
  });
});

describe('a case system that sends a byte now and then', () => {
  const LOOK_MS = 60_000;
  /** How the request ended after this many minutes, in each of which the case system gets `bytes` to send more. */
  async function after(minutes: number, answer: Answer, request: (http: CaseSystemHttp) => Promise<unknown>) {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      let isAsked = () => {};
      const asked = new Promise<void>((resolve) => {
        isAsked = resolve;
      });
      const base = await serve((incoming, response) => {
        answer(incoming, response);
        isAsked();
      });
      const ended = code(request(httpTo(base)));
      await asked;
      for (let minute = 0; minute < minutes; minute++) {
        // What was sent is read here.
        await new Promise((resolve) => setTimeout(resolve, 50));
        vi.advanceTimersByTime(LOOK_MS);
      }
      return await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 200, 'goes on'))]);
    } finally {
      vi.useRealTimers();
    }
  }
  const json = async (http: CaseSystemHttp) => await http.json(get('x'));
  const file = async (http: CaseSystemHttp) => await http.download(get('x'), 1e9).then(gather);
  const trickle: Answer = (_, response) => {
    response.write('{');
  };

  it.each([
    ['before its answer', (() => {}) as Answer, json],
    ['in a list of changes', trickle, json],
    ['in a file', trickle, file],
  ])('%s holds nobody up for more than two minutes', async (_where, answer, request) => {
    expect(await after(1, answer, request)).toBe('goes on');
    expect(await after(2, answer, request)).toBe('case-system/unreachable');
  });

  it('is none that takes a file in its time', async () => {
    const steady: Answer = (_, response) => {
      response.write(Buffer.alloc(700_000));
      const more = setInterval(() => response.write(Buffer.alloc(700_000)), LOOK_MS);
      response.once('close', () => clearInterval(more));
    };
    expect(await after(5, steady, file)).toBe('goes on');
  });
});

describe('a redirect', () => {
  it('of a download is followed to another host over https alone', async () => {
    const base = await serve((_, response) => {
      response.writeHead(302, { location: 'http://files.example.com/x' });
      response.end();
    });
    const request = { ...get('x'), redirects: 'follow' as const };
    expect(await code(httpTo(base).download(request, 10))).toBe('case-system/unexpected');
  });

  it('into this machine or a private network is not followed', async () => {
    for (const location of ['https://169.254.169.254/latest', 'https://localhost:9/', 'file:///etc/passwd']) {
      const base = await serve((_, response) => {
        response.writeHead(302, { location });
        response.end();
      });
      const request = { ...get('x'), redirects: 'follow' as const };
      expect(['case-system/unreachable', 'case-system/unexpected']).toContain(
        await code(httpTo(base).download(request, 10)),
      );
    }
  });

  it('carries no credentials out of the base, and none may go on for ever', async () => {
    const seen: (string | undefined)[] = [];
    const base = await serve((request, response) => {
      seen.push(request.headers.authorization);
      if (request.url === '/base/x') response.writeHead(303, { location: '/elsewhere' });
      response.end('file');
    });
    const request = { ...get('x'), redirects: 'follow' as const };
    expect((await gather(await httpTo(base).download(request, 10))).toString()).toBe('file');
    expect(seen).toEqual([`Bearer ${token}`, undefined]);
    const circle = await serve((_, response) => {
      response.writeHead(302, { location: '/base/x' });
      response.end();
    });
    expect(await code(httpTo(circle).download(request, 10))).toBe('case-system/unexpected');
  });
});

describe('a body', () => {
  it('arrives as it was given, with its length', async () => {
    const content = Buffer.alloc(300_000, 'har');
    let got: Buffer | undefined;
    let length: string | undefined;
    const base = await serve(async (request, response) => {
      length = request.headers['content-length'];
      got = await gather(request);
      response.end('{}');
    });
    await httpTo(base).json({
      method: 'POST',
      path: ['x'],
      body: { sizeBytes: content.length, bytes: pieces(content) },
    });
    expect(got?.equals(content)).toBe(true);
    expect(length).toBe('300000');
  });

  it('is not sent to the end when the answer has come', async () => {
    const base = await serve((_, response) => {
      response.writeHead(413, { connection: 'close' });
      response.end();
    });
    const endless = async function* () {
      for (;;) yield Buffer.alloc(1 << 16);
    };
    const request = { method: 'POST' as const, path: ['x'], body: { sizeBytes: 2 ** 40, bytes: endless() } };
    expect(['case-system/too-large', 'case-system/unreachable']).toContain(
      await code(httpTo(base).json(request)),
    );
  });

  it('whose source fails is told as a failure of the source', async () => {
    const base = await serve((request, response) => request.resume().on('end', () => response.end('{}')));
    const missing = new ObjectError('objects/missing', 'There is no such object.');
    const bytes = (async function* () {
      yield Buffer.from('half');
      throw missing;
    })();
    const sent = httpTo(base).json({ method: 'PUT', path: ['x'], body: { sizeBytes: 8, bytes } });
    await expect(sent).rejects.toBe(missing);
  });

  it('that is not sent whole is no success', async () => {
    const base = await serve(async (request, response) => {
      await gather(request).catch(() => {});
      response.end('{}');
    });
    const short = { sizeBytes: 10, bytes: pieces(Buffer.from('short')) };
    expect(
      await code(httpTo(base, { silenceMs: 200 }).json({ method: 'POST', path: ['x'], body: short })),
    ).not.toBe('done');
  });
});
