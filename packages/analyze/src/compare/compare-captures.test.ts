import { expect, it } from 'vitest';
import { harOf, type Step } from '../testing/har-of.ts';
import { captureOf } from '../testing/memory-capture.ts';
import { api, page, trackingId } from '../testing/names.ts';
import { compareCaptures } from './compare-captures.ts';

const one = '2e692f3e-7a53-45d9-91fa-e60d6a5f3290';
const other = '87ce950d-f88c-48fa-97e0-dc53413196a6';
const access = (value: string) => ({
  settings: [{ key: 'feature-access', value: { singleNumberReach: value, hoteling: 'NO_ACCESS' } }],
});
const template = (aggregationLevel: string, value: string) => ({ ...access(value), aggregationLevel });

async function compared(a: readonly Step[], b: readonly Step[]) {
  return await compareCaptures(await captureOf(harOf(a)), await captureOf(harOf(b)));
}

const told = async (a: readonly Step[], b: readonly Step[]) =>
  (await compared(a, b)).differences.map(({ facts }) => facts);

/** The steps of one user; `body` is what the service says about that user. */
const steps = (user: string, body: unknown): Step[] => [
  page,
  {
    url: `${api}/users/${user}`,
    trackingId: trackingId(user.length),
    body: { id: user, email: `${user}@example.test` },
  },
  { url: `${api}/users/${user}/settings?at=${user}`, body },
];

it('says first which feature one user may use and the other may not', async () => {
  const [first] = await told(
    steps(one, { orgTemplates: [template('ORG', 'NO_ACCESS')], userTemplates: [] }),
    [
      ...steps(other, {
        orgTemplates: [template('ORG', 'NO_ACCESS')],
        userTemplates: [template('USER', 'FULL_ACCESS')],
      }),
      { url: `${api}/users/${other}/features/singlenumberreach`, body: { enabled: true } },
    ],
  );
  expect(first).toMatchObject({
    kind: 'access',
    name: 'singleNumberReach',
    a: 'NO_ACCESS',
    b: 'FULL_ACCESS',
    path: '/v1/users/{id}/settings',
  });
});

it('finds nothing between two users whose names, ids and times alone differ', async () => {
  const settings = (user: string) => ({
    userId: user,
    displayName: user,
    language: 'en',
    lastModified: user,
    total: 1,
  });
  const { differences, paired, onlyA, onlyB } = await compared(
    steps(one, settings('ada')),
    steps(other, settings('grace')),
  );
  expect(differences).toEqual([]);
  expect([paired, onlyA, onlyB]).toEqual([3, 0, 0]);
});

it('says what failed in one before anything else, and does not compare its error with the answer', async () => {
  const facts = await told(
    [page, { url: `${api}/me`, body: { licence: 'Professional', enabled: true } }],
    [page, { url: `${api}/me`, status: 502, body: { message: 'Upstream is down' } }],
  );
  expect(facts).toEqual([
    { kind: 'status', method: 'GET', host: 'api.example.test', path: '/v1/me', a: '200', b: '502' },
  ]);
});

it('says what failed in one, though the other never asked for it, before what else one asked for', async () => {
  const facts = await told(
    [page, { url: `${api}/report`, status: 500, body: { message: 'No space left.' } }],
    [page, { url: `${api}/me`, method: 'POST', body: {} }],
  );
  expect(facts).toMatchObject([
    { kind: 'presence', onlyIn: 'a', path: '/v1/report', failedWith: '500' },
    { kind: 'presence', onlyIn: 'b', path: '/v1/me' },
  ]);
});

it('names the error where no answer came', async () => {
  const [first] = await told(
    [{ url: `${api}/me`, body: {} }],
    [{ url: `${api}/me`, status: 0, error: 'net::ERR_CONNECTION_REFUSED' }],
  );
  expect(first).toMatchObject({ kind: 'status', a: '200', b: 'net::ERR_CONNECTION_REFUSED' });
});

it('tells switches and words of a vocabulary, and prefers what is named like the request that is missing', async () => {
  const services = (assigned: boolean) => ({
    licence: assigned ? 'Professional' : 'Basic',
    services: [
      { name: 'hoteling', assigned },
      { name: 'voicemail', assigned: true },
      { name: 'singleNumberReach', assigned },
    ],
  });
  const facts = await told(steps(one, services(false)), [
    ...steps(other, services(true)),
    { url: `${api}/features/singlenumberreach`, body: {} },
  ]);
  expect(facts.map((one) => (one.kind === 'member' ? `${one.pointer} ${one.a} ${one.b}` : one.kind))).toEqual(
    [
      '/services/singleNumberReach/assigned false true',
      '/services/hoteling/assigned false true',
      'presence',
      '/licence "Basic" "Professional"',
    ],
  );
});

it('leaves out what changes within one capture, too', async () => {
  const poll = (state: string): Step => ({ url: `${api}/jobs/1`, body: { phase: state } });
  expect(await told([poll('QUEUED'), poll('RUNNING')], [poll('RUNNING'), poll('DONE')])).toEqual([]);
});

it('pairs the first with the first, and counts what is more', async () => {
  const list = (count: number) => Array.from({ length: count }, () => ({ url: `${api}/list`, body: {} }));
  expect(await told(list(2), list(3))).toEqual([
    { kind: 'count', method: 'GET', host: 'api.example.test', path: '/v1/list', a: 2, b: 3 },
  ]);
});

it('pairs by the query where it names what is asked for, and across hosts that the other capture does not know', async () => {
  const ask = (host: string, key: string, on: boolean): Step => ({
    url: `https://${host}.example.test/settings?key=${key}`,
    body: { on },
  });
  const { differences, paired } = await compared(
    [ask('svc-a', 'one', true), ask('svc-a', 'two', false)],
    [ask('svc-k', 'two', false), ask('svc-k', 'one', true)],
  );
  expect(differences).toEqual([]);
  expect(paired).toBe(2);
});

it('says what was slower, and in which phase', async () => {
  const [first] = await told(
    [{ url: `${api}/a`, body: {} }],
    [{ url: `${api}/a`, body: {}, timings: { blocked: 2, send: 0.2, wait: 2600, receive: 3 } }],
  );
  expect(first).toMatchObject({ kind: 'time', phase: 'wait', aMs: 120 });
});

it('tells a header that decides, once for all requests, and no credential of it', async () => {
  const secret = ['s3cr', 'etvalue'].join('');
  const ask = (path: string, request: Record<string, string>, response: Record<string, string>): Step => ({
    url: `${api}/${path}`,
    body: {},
    request,
    response,
  });
  const sent = { authorization: `Bearer ${secret}` };
  const allowed = {
    'access-control-allow-origin': 'https://portal.example.test',
    date: 'Tue',
    'x-request-id': 'a',
  };
  const { differences } = await compared(
    [ask('a', sent, allowed), ask('b', sent, allowed)],
    [ask('a', {}, { date: 'Wed' }), ask('b', sent, { 'x-request-id': 'b' })],
  );
  expect(differences.map(({ facts }) => facts)).toMatchObject([
    { kind: 'header', message: 'request', name: 'authorization', a: '…' },
    {
      kind: 'header',
      message: 'response',
      name: 'access-control-allow-origin',
      a: 'https://portal.example.test',
    },
  ]);
  expect(differences[1]?.entries).toEqual({ a: [0, 1], b: [0, 1] });
  expect(JSON.stringify(differences)).not.toContain(secret);
});

it('calls no credential missing that the exporter may have left out', async () => {
  const signed = [{ url: `${api}/a`, body: {}, request: { authorization: 'Bearer x', cookie: 'a=b' } }];
  expect(await told(signed, [{ url: `${api}/a`, body: {} }])).toEqual([]);
});

it('keeps values of members that may be credentials to itself', async () => {
  const facts = await told(
    steps(one, { sessionToken: 'Aword' }),
    steps(other, { sessionToken: null, pinRequired: true }),
  );
  expect(JSON.stringify(facts)).not.toContain('Aword');
});

it('says the same whatever the order of the entries in the files', async () => {
  const a = [
    ...steps(one, { on: true, plan: 'Basic' }),
    { url: `${api}/last`, status: 500, body: { message: 'No' } },
  ];
  const b = [...steps(other, { on: false, plan: 'Full' }), { url: `${api}/last`, body: {} }];
  const shuffled = (all: readonly Step[]) => {
    const har = harOf(all) as { log: { entries: unknown[] } };
    return { log: { ...har.log, entries: [...har.log.entries].reverse() } };
  };
  const inOrder = await told(a, b);
  const { differences } = await compareCaptures(await captureOf(shuffled(a)), await captureOf(shuffled(b)));
  expect(differences.map(({ facts }) => facts)).toEqual(inOrder);
  expect(inOrder.length).toBe(3);
});

it('tells how many pairs its budget left closed', async () => {
  const many = Array.from({ length: 9 }, (_, at) => ({ url: `${api}/same/${at}`, body: {} }));
  const capture = () => captureOf(harOf(many));
  expect((await compareCaptures(await capture(), await capture())).leftClosed).toBe(6);
  expect((await compareCaptures(await capture(), await capture(), { pairBudget: 1 })).leftClosed).toBe(9);
});

it('stops when it is told to', async () => {
  const reason = new Error('enough');
  const capture = await captureOf(harOf([page]));
  await expect(compareCaptures(capture, capture, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
});
