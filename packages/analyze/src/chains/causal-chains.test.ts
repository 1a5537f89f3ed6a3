import { expect, it } from 'vitest';
import { analyseCapture } from '../analyse-capture.ts';
import { harOf, type Step } from '../testing/har-of.ts';
import { captureOf } from '../testing/memory-capture.ts';
import { api, page, portal, trackingId } from '../testing/names.ts';

const analysed = async (har: unknown) => (await analyseCapture(await captureOf(har))).findings;

/** `fail/http-5xx ← 0`: what was found, and what it follows from. */
const told = async (steps: readonly Step[]) =>
  (await analysed(harOf(steps))).map(({ ruleId, causedBy, rank }) =>
    causedBy === undefined ? `${rank} ${ruleId}` : `${rank} ${ruleId} ← ${causedBy}`,
  );

it('lets what a redirect leads to follow from the redirect that failed', async () => {
  const findings = await told([
    page,
    {
      url: `${api}/start`,
      status: 302,
      response: { location: `${api}/callback?error=access_denied&error_description=Denied` },
    },
    {
      url: `${api}/callback?error=access_denied&error_description=Denied`,
      status: 403,
      body: { message: 'No' },
    },
  ]);
  expect(findings.some((line) => line.includes('←'))).toBe(true);
});

it('tells a retry that failed otherwise below the first attempt', async () => {
  const attempt = (status: number, message: string): Step => ({ url: `${api}/a`, status, body: { message } });
  expect(await told([page, attempt(500, 'Broke'), attempt(503, 'Still broken')])).toEqual([
    'top fail/http-5xx',
    'folded fail/http-5xx ← 0',
  ]);
});

it('makes the failure of a request the root of its being slow', async () => {
  const findings = await told([
    page,
    {
      url: `${api}/job`,
      body: { latestExecutionStatus: 'FAILED' },
      timings: { send: 1, wait: 9000, receive: 1 },
    },
  ]);
  expect(findings[0]).toBe('top fail/error-in-success');
  expect(findings.slice(1).every((line) => line.endsWith('← 0'))).toBe(true);
});

it('keeps failures apart that nothing connects, and at most five on top', async () => {
  const failures = Array.from(
    { length: 7 },
    (_, at): Step => ({
      url: `${api}/path${'abcdefg'[at]}`,
      status: 500,
      body: { message: `Broke ${'abcdefg'[at]}` },
      trackingId: trackingId(at + 1),
    }),
  );
  const findings = await told([page, ...failures]);
  expect(findings.filter((line) => line.startsWith('top')).length).toBe(5);
  expect(findings.filter((line) => line.includes('←'))).toEqual([]);
  expect(findings.length).toBe(7);
});

it('says the same whatever the order of the entries in the file', async () => {
  const har = harOf([
    page,
    { url: `${portal}/app.js`, type: 'script', status: 404, mimeType: 'text/html', body: '' },
    { url: `${api}/a`, status: 500, body: { message: 'Broke' } },
    { url: `${api}/a`, status: 503, body: { message: 'Still' } },
    { url: `${api}/slow`, body: {}, timings: { send: 1, wait: 2400, receive: 1 } },
  ]) as { log: { entries: unknown[] } };
  const facts = (findings: Awaited<ReturnType<typeof analysed>>) =>
    findings.map(({ ruleId, rank, causedBy, facts, score }) => ({ ruleId, rank, causedBy, facts, score }));
  const inOrder = facts(await analysed(har));
  for (const shift of [1, 2, 3]) {
    const entries = [...har.log.entries.slice(shift), ...har.log.entries.slice(0, shift)].reverse();
    expect(facts(await analysed({ log: { ...har.log, entries } }))).toEqual(inOrder);
  }
});

it('puts first what happened when it went wrong, where that is known', async () => {
  const at = (url: string, atMs: number): Step => ({
    url,
    atMs,
    status: 500,
    body: { message: url.slice(-1) },
  });
  const capture = await captureOf(harOf([page, at(`${api}/a`, 1000), at(`${api}/b`, 3_000_000)]));
  const start = Date.UTC(2025, 2, 4, 9, 30, 0);
  const first = async (caseEpochMs: number) =>
    (await analyseCapture(capture, { caseContext: { atEpochMs: caseEpochMs } })).findings[0]?.entries;
  expect(await first(start)).toEqual([1]);
  expect(await first(start + 3_000_000)).toEqual([2]);
});
