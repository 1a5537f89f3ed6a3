import { expect, it } from 'vitest';
import { type Analysis, analyseCapture } from '../analyse-capture.ts';
import { harOf, type Step } from '../testing/har-of.ts';
import { captureOf } from '../testing/memory-capture.ts';
import { shippedPlaybooks } from './packs/shipped-playbooks.ts';
import type { Playbook, PlaybookFinding } from './playbook.ts';
import { readPlaybook } from './read-playbook.ts';

function playbookOf(id: string, ...findings: readonly Omit<PlaybookFinding, 'texts'>[]): Playbook {
  const told = findings.map((finding) => ({
    ...finding,
    texts: { en: { verdict: `{place} of ${id}`, nextStep: 'Do.' } },
  }));
  return readPlaybook(JSON.stringify({ schema: 1, id, version: '1', title: id, findings: told }));
}

async function analyse(steps: readonly Step[], ...playbooks: readonly Playbook[]): Promise<Analysis> {
  const analysis = await analyseCapture(await captureOf(harOf(steps)), { playbooks });
  expect(analysis.ruleFailures).toEqual([]);
  return analysis;
}

const ignored: Omit<PlaybookFinding, 'texts'> = {
  id: 'ignored',
  match: { paths: ['/a/{id}'], where: [{ in: 'response', at: '/warnings/*/code', oneOf: ['IGNORED'] }] },
};
const answer = (name: string, more: object = {}): Step => ({
  url: `https://api.example.com/a/${name}`,
  body: { warnings: [{ code: 'OTHER' }, { code: 'IGNORED', field: 'prio', accessToken: 'x', ...more }] },
});

it('finds what a playbook describes, with its place in the body', async () => {
  const { findings } = await analyse([answer('1')], playbookOf('desk', ignored));
  const found = findings.find(({ ruleId }) => ruleId === 'playbook/desk/ignored');
  expect(found).toMatchObject({ severity: 'warning', class: 'strong', entries: [0] });
  expect(found?.evidence).toEqual([
    { entry: 0, pointer: '/response/content/text', bodyPointer: '/warnings/1/code', role: 'cause' },
  ]);
});

it('stays quiet about another path, host, method, status, query or value', async () => {
  const matches: readonly PlaybookFinding['match'][] = [
    { paths: ['/b/{id}'] },
    { hosts: ['*.example.org'] },
    { methods: ['POST'] },
    { status: [201, 300] },
    { query: { kind: 'x' } },
    { where: [{ in: 'response', at: '/warnings/*/code', oneOf: ['NONE'] }] },
    { where: [{ in: 'response', at: '/warnings/*/code', matches: '^ignore$' }] },
    { where: [{ in: 'request', at: '/warnings' }] },
    { where: [{ in: 'error', at: '' }] },
  ];
  const playbook = playbookOf('desk', ...matches.map((match, at) => ({ id: `f${at}`, match })));
  const { findings } = await analyse([answer('1')], playbook);
  expect(findings.filter(({ ruleId }) => ruleId.startsWith('playbook/'))).toEqual([]);
});

it('tells requests that went alike once, and others apart', async () => {
  const fields = { field: { in: 'response', at: '/warnings/*/field' } } as const;
  const { findings } = await analyse(
    [answer('1'), answer('2'), answer('3', { field: 'due' })],
    playbookOf('desk', { ...ignored, extract: fields }),
  );
  const found = findings.filter(({ ruleId }) => ruleId === 'playbook/desk/ignored');
  expect(found.map(({ entries, playbook }) => [entries, playbook?.facts.field])).toEqual([
    [[0, 1], 'prio'],
    [[2], 'due'],
  ]);
});

it('shows no value of a member that holds a credential, and nothing that looks like one', async () => {
  const token = ['eyJhbGciOiJub25lIn0', 'eyJzdWIiOiJleGFtcGxlIn0', 'c2lnbmF0dXJl'].join('.');
  const { findings } = await analyse(
    [answer('1', { accessToken: 'swordfish', note: `use ${token}` })],
    playbookOf('desk', {
      ...ignored,
      extract: {
        secret: { in: 'response', at: '/warnings/*/accessToken' },
        note: { in: 'response', at: '/warnings/*/note' },
      },
    }),
  );
  const found = findings.find(({ ruleId }) => ruleId === 'playbook/desk/ignored');
  expect(found?.playbook?.facts.secret).toBe('…');
  expect(JSON.stringify(findings)).not.toMatch(/swordfish|eyJ/);
});

const refused: Step = {
  url: 'https://api.example.com/a/1',
  status: 500,
  body: { message: 'Down for maintenance' },
};
const refining = (at: string, match: PlaybookFinding['match'] = {}) => ({
  id: at,
  refines: ['fail/http-5xx'],
  match,
});

it('lets the first playbook that fits tell a rule’s finding, which keeps its id and place', async () => {
  const { findings } = await analyse(
    [refused],
    playbookOf('other', refining('one', { hosts: ['*.example.org'] })),
    playbookOf('desk', refining('two', { where: [{ in: 'error', at: '', matches: 'maintenance' }] })),
    playbookOf('last', refining('three')),
  );
  const found = findings.filter(({ playbook }) => playbook !== undefined);
  expect(found.map(({ ruleId, entries, playbook }) => [ruleId, entries, playbook?.id])).toEqual([
    ['fail/http-5xx', [0], 'playbook/desk/two'],
  ]);
});

it('refines only the findings that it means, by severity and by what they know', async () => {
  const told = async (whenFinding: NonNullable<PlaybookFinding['whenFinding']>) => {
    const { findings } = await analyse([refused], playbookOf('desk', { ...refining('one'), whenFinding }));
    return findings.some(({ playbook }) => playbook !== undefined);
  };
  expect(await told({ severity: ['error'], has: ['status'] })).toBe(true);
  expect(await told({ severity: ['info'] })).toBe(false);
  expect(await told({ has: ['flag'] })).toBe(false);
});

it('puts what somebody knows of the product before what a failure looks like', async () => {
  const own = { id: 'broken', severity: 'error', match: { status: [500, 600] } } as const;
  const { findings } = await analyse([refused], playbookOf('desk', own));
  expect(findings[0]?.ruleId).toBe('playbook/desk/broken');
});

it('takes a rate that was exceeded for no quota that is used up', async () => {
  const step: Step = {
    url: 'https://api.example.com/a',
    status: 429,
    body: { message: 'Rate limit exceeded.' },
  };
  const { findings } = await analyse([step], ...shippedPlaybooks);
  expect(findings.map(({ ruleId, playbook }) => [ruleId, playbook?.id])).toEqual([
    ['fail/rate-limited', undefined],
  ]);
});

it('says nothing of a call server about the numbers and jobs of another product', async () => {
  const slow: Step = {
    url: 'https://api.example.com/numbers',
    body: [],
    timings: { blocked: 1, send: 0, wait: 1400, receive: 1 },
  };
  const failedJob: Step = {
    url: 'https://api.example.com/jobs/7',
    body: { id: 7, status: 'FAILED', error: { message: 'No space left.' } },
  };
  const started: Step = { url: 'https://api.example.com/jobs', method: 'POST', status: 202, body: { id: 7 } };
  const { findings } = await analyse([slow, started, failedJob], ...shippedPlaybooks);
  expect(findings.map(({ ruleId }) => ruleId)).toEqual(
    expect.arrayContaining(['permission/job-failed', 'slow/wait-unexplained']),
  );
  expect(findings.flatMap(({ playbook }) => playbook?.id ?? [])).toEqual([]);
});

it.each([
  [
    'signature-differs',
    403,
    'The request signature we calculated does not match the signature you provided.',
  ],
  ['signing-key-unknown', 401, 'Signing key with kid k2 was not found'],
  ['http-on-an-https-port', 400, 'The plain HTTP request was sent to HTTPS port'],
  ['gateway-knows-no-route', 404, 'no Route matched with those values'],
])('says of %s what to do', async (id, status, message) => {
  const step: Step = { url: 'https://api.example.com/a', method: 'PUT', status, body: { message } };
  const { findings } = await analyse([step], ...shippedPlaybooks);
  expect(findings[0]?.playbook?.id).toBe(`playbook/general/${id}`);
});
