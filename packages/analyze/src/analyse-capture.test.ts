import { readdirSync, readFileSync } from 'node:fs';
import { type Capture, openCapture } from '@harrier/har';
import { describe, expect, it } from 'vitest';
import { analyseCapture } from './analyse-capture.ts';
import type { Finding } from './findings/finding.ts';
import type { Rule } from './findings/rule.ts';
import { allRules } from './rules/registry.ts';
import { harOf, type Step } from './testing/har-of.ts';
import { captureOf, memorySource } from './testing/memory-capture.ts';
import { api, page, portal, trackingId } from './testing/names.ts';
import { resolvePointer } from './testing/resolve-pointer.ts';

const fixtures = new URL('../../../fixtures/', import.meta.url);
const files = ['corpus/', 'example/'].flatMap((folder) =>
  readdirSync(new URL(folder, fixtures))
    .filter((name) => /\.(har|saz)$/.test(name) && !name.includes('brokenfile'))
    .map((name) => folder + name),
);
const openFile = (name: string) => openCapture(memorySource(readFileSync(new URL(name, fixtures))));

describe.each(files)('%s', (name) => {
  it('is analysed without a rule that fails, and its evidence can be found', async () => {
    const capture = await openFile(name);
    const { findings, ruleFailures, summary, leftClosed } = await analyseCapture(capture);
    expect(ruleFailures).toEqual([]);
    expect(leftClosed).toBe(0);
    expect(summary.entries).toBe(capture.index.length);
    await expectEvidence(capture, findings);
    for (const { score } of findings) expect(score).toBeGreaterThan(0);
  });
});

async function expectEvidence(capture: Capture, findings: readonly Finding[]): Promise<void> {
  for (const { evidence } of findings) {
    for (const { entry, pointer, bodyPointer } of evidence) {
      const value = resolvePointer(await capture.openRawEntry(entry), pointer);
      expect(value, pointer).not.toBe(undefined);
      if (bodyPointer !== undefined) {
        const { text = '' } = await capture.openBody(entry, 'response');
        expect(resolvePointer(JSON.parse(text), bodyPointer), bodyPointer).not.toBe(undefined);
      }
    }
  }
}

const mixed: Step[] = [
  page,
  { url: `${api}/me`, body: { id: 1 } },
  { url: `${api}/users`, status: 500, trackingId: trackingId(1), body: { message: 'Something broke' } },
  { url: `${api}/users/1`, status: 404, trackingId: trackingId(2), body: { message: 'No such user' } },
  { url: `${api}/users/2`, status: 404, trackingId: trackingId(3), body: { message: 'No such user' } },
  { url: `${api}/jobs/1`, body: { latestExecutionStatus: 'FAILED' } },
  { url: `${api}/slow`, body: {}, timings: { send: 1, wait: 2400, receive: 1 } },
  { url: `${portal}/favicon.ico`, type: 'image', status: 404, mimeType: 'text/html', body: '' },
  { url: 'https://ads.example.net/pixel', type: 'image', status: 0, error: 'net::ERR_BLOCKED_BY_CLIENT' },
  { url: `${api}/last`, status: 0, timings: { blocked: -3490189, send: 0, wait: 0, receive: 0 } },
];

const told = (findings: readonly Finding[]) =>
  findings.map(({ ruleId, severity, class: certainty, facts, fingerprint, score }) => ({
    ruleId,
    severity,
    certainty,
    facts,
    fingerprint,
    score,
  }));

it('says the same whatever the order of the entries in the file', async () => {
  const har = harOf(mixed) as { log: { entries: unknown[] } };
  const inOrder = await analyseCapture(await captureOf(har));
  for (const shift of [1, 4, 7]) {
    const entries = [...har.log.entries.slice(shift), ...har.log.entries.slice(0, shift)].reverse();
    const shuffled = await analyseCapture(await captureOf({ log: { ...har.log, entries } }));
    expect(told(shuffled.findings)).toEqual(told(inOrder.findings));
    expect(shuffled.trackingIds.map(({ id }) => id)).toEqual(inOrder.trackingIds.map(({ id }) => id));
    expect(shuffled.summary).toEqual(inOrder.summary);
  }
});

it('puts what broke before what was slow, and decoration last', async () => {
  const { findings } = await analyseCapture(await captureOf(harOf(mixed)));
  expect(findings.map(({ ruleId, severity }) => `${severity} ${ruleId}`)).toEqual([
    'error fail/http-5xx',
    'error fail/http-4xx',
    'error fail/error-in-success',
    'warning slow/wait-unexplained',
    'info fail/pending',
    'info fail/http-4xx',
    'info block/by-client',
  ]);
});

it.each([
  ['a person who is not there', {}, 'error'],
  ['the removal of a person who is not there', { method: 'DELETE' }, 'error'],
  ['settings that need not be there', { url: `${api}/settings` }, 'warning'],
])('counts a 404 for %s as failed, whatever it is worth', async (_what, more, severity) => {
  const steps = mixed.map((step) => (step.status === 404 && step.trackingId ? { ...step, ...more } : step));
  const { findings, failedEntries } = await analyseCapture(await captureOf(harOf(steps)));
  const told = findings.find(({ ruleId, entries }) => ruleId === 'fail/http-4xx' && entries.includes(3));
  expect(told?.severity).toBe(severity);
  expect(failedEntries).toEqual(expect.arrayContaining([3, 4]));
});

it('counts what failed without what is pending or was given up', async () => {
  const har = harOf([...mixed, { url: `${api}/left`, status: 0, error: 'net::ERR_ABORTED' }]);
  const { summary, failedEntries } = await analyseCapture(await captureOf(har));
  expect(failedEntries).toEqual([2, 3, 4, 5, 7, 8]);
  expect(summary).toMatchObject({ entries: 11, failed: 6, slow: 1, pending: 1 });
  expect(summary.hosts[0]).toEqual({ host: 'api.example.test', entries: 8, failed: 4 });
});

it('gives one id for each request that failed, the most telling first, then the slow ones', async () => {
  const slow = {
    url: `${api}/s`,
    trackingId: trackingId(9),
    body: {},
    timings: { send: 1, wait: 3000, receive: 1 },
  };
  const { trackingIds } = await analyseCapture(await captureOf(harOf([slow, ...mixed])));
  expect(trackingIds.map(({ id, why }) => `${why} ${id.split('_').at(-1)}`)).toEqual([
    'failed 1',
    'failed 2',
    'failed 3',
    'slow 9',
  ]);
});

it('keeps queries, user names and tokens out of facts', async () => {
  const token = ['eyJhbGciOiJub25lIn0', 'eyJzdWIiOiJub2JvZHkifQ', 'c2lnbmF0dXJl'].join('.');
  const { findings } = await analyseCapture(
    await captureOf(
      harOf([
        {
          url: `https://someone:secretword@api.example.test/v1/files/${token}/a?access_token=${token}#${token}`,
          status: 500,
          body: { message: `Token ${token} was refused: Bearer ${token}` },
        },
        {
          url: `https://api.example.test/v1/x;jsessionid=0123456789abcdef`,
          status: 0,
          error: `net::ERR_FAILED at https://api.example.test/?t=${token}`,
        },
      ]),
    ),
  );
  expect(findings.length).toBe(2);
  expect(JSON.stringify(findings.map(({ facts }) => facts))).not.toMatch(/eyJ|secretword|someone|jsessionid/);
});

it('turns a rule that throws into a failure beside the results of the others', async () => {
  const broken: Rule = {
    meta: { id: 'fail/http-4xx', severity: 'error', class: 'proven', knowledgeId: 'x' },
    *detect() {
      yield* [];
      throw new TypeError('with a captured value in it');
    },
  };
  const asksWrong: Rule = {
    meta: { ...broken.meta, id: 'fail/pending' },
    opens() {
      throw new RangeError('out of rows');
    },
    detect: () => [],
  };
  const sound = allRules.filter(({ meta }) => meta.id === 'fail/http-5xx');
  const { findings, ruleFailures } = await analyseCapture(await captureOf(harOf(mixed)), {
    rules: [asksWrong, broken, ...sound],
  });
  expect(findings.map(({ ruleId }) => ruleId)).toEqual(['fail/http-5xx']);
  expect(ruleFailures).toEqual([
    { ruleId: 'fail/pending', errorName: 'RangeError' },
    { ruleId: 'fail/http-4xx', errorName: 'TypeError' },
  ]);
});

it('tells how many entries its budget left closed, and opens the failed ones first', async () => {
  const redirects = Array.from({ length: 5 }, (_, at) => ({
    url: `${api}/r/${at}`,
    type: 'script',
    status: 302,
    response: { location: '/x' },
  }));
  const failed = { url: `${api}/users`, status: 500, atMs: 9000, body: { message: 'Something broke' } };
  const capture = await captureOf(harOf([...redirects, failed]));
  const { findings, leftClosed } = await analyseCapture(capture, { budget: { entries: 2 } });
  expect(findings.map(({ ruleId }) => ruleId)).toEqual(['fail/http-5xx']);
  expect(leftClosed).toBe(4);
});

it('counts failures that its budget left closed by their status', async () => {
  const failed = Array.from({ length: 5 }, (_, at) => ({ url: `${api}/users/${at}`, status: 500, atMs: at }));
  const capture = await captureOf(harOf([...failed, { url: `${api}/ok`, atMs: 9 }]));
  const { summary, failedEntries, leftClosed } = await analyseCapture(capture, { budget: { entries: 2 } });
  expect(leftClosed).toBe(4);
  expect(failedEntries).toEqual([0, 1, 2, 3, 4]);
  expect(summary).toMatchObject({ failed: 5, hosts: [{ entries: 6, failed: 5 }] });
});

it('gives two captures of one fault the same fingerprint, and another fault another', async () => {
  const fault = (user: number, message: string) =>
    harOf([{ url: `${api}/users/${user}`, status: 500, trackingId: trackingId(user), body: { message } }]);
  const prints = [fault(1, 'Broke at 17400123'), fault(2, 'Broke at 17500456'), fault(1, 'Other')].map(
    async (har) => (await analyseCapture(await captureOf(har))).findings[0]?.fingerprint,
  );
  const [one, again, other] = await Promise.all(prints);
  expect(one).toMatch(/^[0-9a-f]{16}$/);
  expect(again).toBe(one);
  expect(other).not.toBe(one);
});

it('stops when it is told to', async () => {
  const reason = new Error('enough');
  const capture = await captureOf(harOf(mixed));
  await expect(analyseCapture(capture, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
});

it('has nothing to say about a capture without entries', async () => {
  const { findings, summary, trackingIds } = await analyseCapture(await captureOf(harOf([])));
  expect(findings).toEqual([]);
  expect(trackingIds).toEqual([]);
  expect(summary).toMatchObject({ entries: 0, failed: 0, slow: 0, spanMs: 0, hosts: [] });
});
