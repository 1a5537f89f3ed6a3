import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { appendAudit, newIntake } from '@harrier/cases';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildServer } from './build-server.ts';
import { origin, type Person, type TrialServer, trialServer } from './testing/trial-server.ts';

const password = 'correct horse battery';
const MINUTE = 60_000;

let trial: TrialServer;
let tenant: string;
let engineer: Person;
beforeEach(async () => {
  trial = await trialServer({ mostUploadBytes: 1000 });
  tenant = await trial.newTenant();
  engineer = await trial.signIn(tenant, ['engineer']);
});
afterEach(async () => await trial.close());

const host = new URL(origin).host;
const newCase = async (): Promise<string> =>
  (await engineer.ask('POST', '/api/cases', { title: 'No audio', language: 'en' })).json().id;
const signIn = async (name: string, code?: string, word = password) =>
  await trial.ask({
    method: 'POST',
    url: '/api/session',
    payload: { name, password: word, ...(code === undefined ? {} : { code }) },
  });

describe('a request from another site', () => {
  it.each([
    ['another origin', { origin: 'https://evil.example.com' }],
    ['the origin of a sandbox', { origin: 'null' }],
    ['our host on another port', { origin: `${origin}:8443` }],
    ['no origin at all', { origin: undefined }],
  ])('changes nothing: %s', async (_what, headers) => {
    const answer = await trial.server.inject({
      method: 'POST',
      url: '/api/cases',
      headers: {
        host,
        cookie: engineer.cookie,
        ...(headers.origin === undefined ? {} : { origin: headers.origin }),
      },
      payload: { title: 'forged', language: 'en' },
    });
    expect(answer.json()).toMatchObject({ status: 403, code: 'request/wrong-origin' });
    expect((await engineer.ask('GET', '/api/cases')).json()).toEqual([]);
  });

  it('is not heard where it names two hosts, of which one is ours', async () => {
    await trial.server.listen({ host: '127.0.0.1', port: 0 });
    const { port } = trial.server.server.address() as AddressInfo;
    const statusOf = async (...hosts: string[]): Promise<string> => {
      const socket = connect(port, '127.0.0.1');
      const fields = hosts.map((one, at) => `${at === 0 ? 'host' : 'Host'}: ${one}\r\n`).join('');
      socket.end(`GET /api/health/live HTTP/1.1\r\n${fields}\r\n`);
      const answer = (await socket.setEncoding('utf8').toArray()).join('');
      return answer.split(' ')[1] ?? '';
    };
    expect(await statusOf(host)).toBe('200');
    expect(await statusOf(host, 'evil.example.com')).toBe('403');
    expect(await statusOf('evil.example.com', host)).toBe('403');
  });

  it('signs nobody in', async () => {
    const answer = await trial.ask({
      method: 'POST',
      url: '/api/session',
      headers: { origin: 'https://evil.example.com' },
      payload: { name: engineer.name, password },
    });
    expect(answer.statusCode).toBe(403);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('is refused under a name of the web that points here', async () => {
    const answer = await trial.server.inject({
      url: '/api/cases',
      headers: { host: 'evil.example.com', cookie: engineer.cookie },
    });
    expect(answer.statusCode).toBe(403);
  });
});

describe('an organisation', () => {
  it('attaches no more than it may, and has room again for what was removed', async () => {
    const small = await trialServer({ mostUploadBytes: 1000, mostTenantBytes: 1500 });
    try {
      const [one, other] = [await small.newTenant(), await small.newTenant()];
      const [ours, theirs] = [await small.signIn(one, ['engineer']), await small.signIn(other, ['engineer'])];
      const attach = async (as: Person, size: number) => {
        const { id } = (await as.ask('POST', '/api/cases', { title: 'No audio', language: 'en' })).json();
        return await as.ask('POST', `/api/cases/${id}/attachments?name=a.bin`, new Uint8Array(size));
      };
      const first = (await attach(ours, 1000)).json();
      expect((await attach(ours, 501)).json()).toMatchObject({ code: 'request/too-large' });
      expect((await attach(theirs, 1000)).statusCode).toBe(201);
      await ours.ask('DELETE', `/api/attachments/${first.id}`, { sha256: first.sha256 });
      expect((await attach(ours, 501)).statusCode).toBe(201);
    } finally {
      await small.close();
    }
  });

  it('attaches no more than it may, however many files come at once', async () => {
    const small = await trialServer({ mostUploadBytes: 1000, mostTenantBytes: 1500 });
    try {
      const somebody = await small.signIn(await small.newTenant(), ['engineer']);
      const { id } = (await somebody.ask('POST', '/api/cases', { title: 'No audio', language: 'en' })).json();
      const url = `/api/cases/${id}/attachments`;
      const attach = async () => await somebody.ask('POST', `${url}?name=a.bin`, new Uint8Array(700));
      const answers = await Promise.all([attach(), attach(), attach()]);
      expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 201, 413]);
      // What was refused holds no room.
      for (const { id: each, sha256 } of (await somebody.ask('GET', url)).json())
        await somebody.ask('DELETE', `/api/attachments/${each}`, { sha256 });
      expect([(await attach()).statusCode, (await attach()).statusCode]).toEqual([201, 201]);
    } finally {
      await small.close();
    }
  });

  it('is made by the administrators of the first one alone, with an administrator of its own', async () => {
    const admin = await trial.signIn(tenant, ['admin']);
    const made = { organisation: 'Other', name: 'olga', password };
    expect((await admin.ask('POST', '/api/tenants', made)).statusCode).toBe(201);
    expect((await admin.ask('POST', '/api/tenants', made)).statusCode).toBe(409);
    expect((await signIn('olga')).statusCode).toBe(204);
    const tenants: { name: string }[] = (await admin.ask('GET', '/api/tenants')).json();
    expect(tenants.map(({ name }) => name)).toEqual(['Example', 'Other']);
  });
});

describe('every answer', () => {
  it.each([
    ['of a route', '/api/health/live', 200],
    ['to a stranger', '/api/cases', 401],
    ['where nothing is', '/api/nothing', 404],
  ])(
    'lets nobody keep, frame, guess at or read it from another site, and asks for TLS for a year: %s',
    async (_what, url, status) => {
      const { statusCode, headers } = await trial.ask({ url });
      expect(statusCode).toBe(status);
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
      });
      expect(headers).not.toHaveProperty('access-control-allow-origin');
    },
  );

  it('asks for no TLS where browsers come without', async () => {
    const plain = 'http://localhost:4780';
    const settings = { ...trial.service.settings, publicOrigin: plain };
    const local = await buildServer({ ...trial.service, settings });
    const headers = { host: new URL(plain).host };
    const answer = await local.inject({ url: '/api/health/live', headers });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).not.toHaveProperty('strict-transport-security');
    await local.close();
  });
});

describe('trouble', () => {
  it('is told as a problem in the reader’s language, with a next step', async () => {
    const answer = await trial.ask({ url: '/api/cases', headers: { 'accept-language': 'xx, ja;q=0.9' } });
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({
      type: 'urn:harrier:problem:request/not-signed-in',
      status: 401,
      title: 'サインインしていません。',
    });
  });

  it('repeats nothing of the request, and names the place', async () => {
    const secret = ['sk', 'live', '4242'].join('_');
    const answer = await engineer.ask('POST', '/api/cases', { title: { nested: secret }, language: secret });
    expect(answer.statusCode).toBe(400);
    expect(answer.body).not.toContain(secret);
    expect(answer.json().errors[0].pointer).toBe('/title');
  });

  it('is the same for what is not there and what is somebody else’s', async () => {
    const caseId = await newCase();
    const stranger = await trial.signIn(await trial.newTenant(), ['engineer']);
    const { instance: _, ...theirs } = (await stranger.ask('GET', `/api/cases/${caseId}`)).json();
    const { instance: __, ...nothing } = (await stranger.ask('GET', '/api/cases/no-such-case')).json();
    expect(theirs).toEqual(nothing);
  });

  it('of an intake comes with its reason, and a person can start it again', async () => {
    const { intakes } = trial.service;
    const attachment = { caseRef: 'c', id: 'a', name: 'a.har', sizeBytes: 1, createdMs: 1 };
    const { id } = await intakes.announce({ id: 'x', tenantId: tenant }, attachment, 1);
    const claimed = await intakes.claim(trial.clock.nowMs, 1000);
    if (claimed === undefined) throw new Error('nothing to claim');
    const trouble = { code: 'case-system/forbidden', step: 'detect', atMs: 1, attempts: 1 } as const;
    await intakes.commit(claimed.lease, { kind: 'stuck', trouble }, 2);
    const shown = (await engineer.ask('GET', `/api/intakes/${id}`)).json();
    expect(shown).toMatchObject({
      needsPerson: true,
      reason: expect.any(String),
      nextStep: expect.any(String),
    });
    expect((await engineer.ask('POST', `/api/intakes/${id}/restart`)).statusCode).toBe(204);
    expect((await engineer.ask('POST', `/api/intakes/${id}/restart`)).statusCode).toBe(409);
    expect(newIntake({ id: 'x', tenantId: tenant }, attachment, 1).id).toBe(id);
  });

  it('counts requests by the address that a trusted proxy names, and believes nobody else', async () => {
    const trusting = await buildServer(trial.service, { proxies: '127.0.0.1' });
    const from = async (server: typeof trusting, forwarded: string, remoteAddress = '127.0.0.1') =>
      (
        await server.inject({
          method: 'POST',
          url: '/api/session',
          remoteAddress,
          headers: { host, origin, 'x-forwarded-for': forwarded },
          // Another each time: a name waits by itself.
          payload: { name: randomUUID(), password: 'wrong' },
        })
      ).statusCode;
    const many = async (ask: () => Promise<number>) => {
      let last = 0;
      for (let tries = 0; tries < 21; tries++) last = await ask();
      return last;
    };
    expect(await many(async () => await from(trusting, '192.0.2.1'))).toBe(429);
    expect(await from(trusting, '192.0.2.2')).toBe(401);
    // Whoever comes through the proxy can write addresses before their own.
    expect(await from(trusting, '192.0.2.9, 192.0.2.1')).toBe(429);
    let other = 0;
    expect(await many(async () => await from(trusting, `192.0.2.${++other}`, '198.51.100.1'))).toBe(429);
    await trusting.close();
  });

  it('of too many requests says how long to wait', async () => {
    let last = await signIn('nobody');
    // Another each time: a name waits by itself.
    for (let tries = 0; tries < 20; tries++) last = await signIn(`nobody-${tries}`);
    expect(last.statusCode).toBe(429);
    expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
    expect(last.json().code).toBe('request/too-many');
  });
});

describe('the server', () => {
  it('describes every route of its API', async () => {
    const description = (await trial.ask({ url: '/api/openapi.json' })).json();
    expect(description.openapi).toBe('3.1.0');
    expect(Object.keys(description.paths['/api/cases/{caseId}/attachments'])).toEqual(['get', 'post']);
    for (const path of Object.values<Record<string, { summary?: string }>>(description.paths))
      for (const operation of Object.values(path)) expect(operation.summary).toBeTruthy();
  });

  it('answers no method and no path that it does not describe', async () => {
    for (const [method, url] of [
      ['HEAD', '/api/cases'],
      ['PUT', '/api/cases'],
      ['GET', '/'],
      ['GET', '/api/../etc/passwd'],
      ['GET', '/api/cases/%2e%2e%2f'],
    ] as const)
      expect((await trial.ask({ method, url, headers: { cookie: engineer.cookie } })).statusCode, url).toBe(
        404,
      );
  });

  it('gives metrics without ids, and says whether it is ready', async () => {
    const caseId = await newCase();
    await engineer.ask('GET', `/api/cases/${caseId}`);
    const admin = await trial.signIn(tenant, ['admin']);
    const { body } = await admin.ask('GET', '/api/metrics');
    expect(body).toContain('harrier_requests_total{method="GET",route="/api/cases/:caseId",status="2xx"} 1');
    expect(body).not.toContain(caseId);
    expect((await trial.ask({ url: '/api/health/ready' })).json()).toEqual({ ok: true });
  });

  it('exports the audit log of the whole server, which tells that it was exported', async () => {
    const event = {
      action: 'case/created',
      actor: 'setup',
      tenantId: tenant,
      subject: 'case:1',
      atMs: 1,
      facts: {},
    } as const;
    await trial.service.store.transaction(async (tx) => await appendAudit(tx, event));
    const auditor = await trial.signIn(tenant, ['auditor']);
    const { body } = await auditor.ask('GET', '/api/audit/export');
    expect(body).toMatch(/^harrier-audit 1\n/);
    expect(body.trimEnd().split('\n').at(-1)).toContain('audit/exported');
  });

  it.each([
    ['POST', '/api/audit/checkpoints'],
    ['GET', '/api/audit/export'],
  ] as const)('reads the whole audit log ten times a minute at most: %s %s', async (method, url) => {
    const auditor = await trial.signIn(tenant, ['auditor']);
    const statuses: number[] = [];
    for (let time = 0; time < 11; time++) statuses.push((await auditor.ask(method, url)).statusCode);
    expect(statuses).toEqual([...Array(10).fill(method === 'POST' ? 201 : 200), 429]);
  });

  it('tells whoever looks at a case what happens to it, and nobody else', async () => {
    const [mine, other] = [await newCase(), await newCase()];
    await trial.server.listen({ host: '127.0.0.1', port: 0 });
    const { port } = trial.server.server.address() as AddressInfo;
    const received = await new Promise<string>((resolve, reject) => {
      const request = get(
        {
          host: '127.0.0.1',
          port,
          path: `/api/cases/${mine}/events`,
          headers: { host, cookie: engineer.cookie },
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (piece: string) => {
            text += piece;
            if (text === ': connected\n\n') {
              for (const caseRef of [other, mine]) {
                const attachment = { caseRef, id: 'a', name: 'a.har', sizeBytes: 1, createdMs: 1 };
                trial.service.events.tell(newIntake({ id: caseRef, tenantId: tenant }, attachment, 1));
              }
            } else {
              request.destroy();
              resolve(text);
            }
          });
        },
      );
      request.on('error', reject);
    });
    expect(received.match(/event: intake/g)).toHaveLength(1);
    expect(received).toContain('"step":"detect"');
  });

  it.each([
    ['the session', async () => await engineer.ask('DELETE', '/api/session')],
    ['the time without a request', async () => (trial.clock.nowMs += 31 * MINUTE)],
    [
      'the API token',
      async () =>
        await trial.service.store.db.updateTable('apiTokens').set({ revokedMs: 1 }).executeTakeFirst(),
    ],
    [
      'what the account may read',
      async () =>
        await trial.service.store.db.updateTable('accounts').set({ roles: '[]' }).executeTakeFirst(),
    ],
  ])('tells nobody what happens to a case after the end of %s', async (what, end) => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const path = `/api/cases/${await newCase()}/events`;
      const own =
        what === 'the API token'
          ? { authorization: `Bearer ${await engineer.apiToken()}` }
          : { cookie: engineer.cookie };
      await trial.server.listen({ host: '127.0.0.1', port: 0 });
      const { port } = trial.server.server.address() as AddressInfo;
      const asked = get({ host: '127.0.0.1', port, path, headers: { host, ...own } });
      const [response] = (await once(asked, 'response')) as [IncomingMessage];
      const pieces = response.setEncoding('utf8')[Symbol.asyncIterator]();
      expect((await pieces.next()).value).toBe(': connected\n\n');
      // Half of the time in which a session may do nothing: the look at it is no use of it.
      trial.clock.nowMs += 30 * MINUTE;
      vi.advanceTimersByTime(25_000);
      expect((await pieces.next()).value).toBe(': still here\n\n');
      await end();
      vi.advanceTimersByTime(25_000);
      expect(await pieces.next()).toMatchObject({ done: true });
    } finally {
      vi.useRealTimers();
    }
  });
});

it('gives the notes of a case page by page, and intakes by their mark', async () => {
  const { id } = (await engineer.ask('POST', '/api/cases', { title: 'No audio', language: 'en' })).json();
  for (const text of ['one', 'two', 'three'])
    await engineer.ask('POST', `/api/cases/${id}/notes`, { text, visibility: 'private' });
  const notes = async (query: string): Promise<{ id: string }[]> =>
    (await engineer.ask('GET', `/api/cases/${id}/notes?${query}`)).json();
  const first = await notes('limit=2');
  const rest = await notes(`limit=2&after=${first[1]?.id}`);
  expect([...first, ...rest]).toEqual(await notes('limit=200'));
  expect(rest).toHaveLength(1);
  for (const query of [`caseRef=${id}&after=none`, 'mark=0123456789ab', 'destroyed=true'])
    expect((await engineer.ask('GET', `/api/intakes?${query}`)).json()).toEqual([]);
  for (const query of ['mark=x', 'destroyed=false'])
    expect((await engineer.ask('GET', `/api/intakes?${query}`)).statusCode).toBe(400);
});
