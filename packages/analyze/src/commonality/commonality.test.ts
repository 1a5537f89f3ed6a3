import { expect, it } from 'vitest';
import { analyseCapture } from '../analyse-capture.ts';
import { harOf, type Step } from '../testing/har-of.ts';
import { captureOf } from '../testing/memory-capture.ts';
import { page } from '../testing/names.ts';
import { templateStatistics } from './template-statistics.ts';

const many = (count: number, step: (at: number) => Step) =>
  Array.from({ length: count }, (_, at) => step(at));
const ask = (host: string, path: string, more: Partial<Step> = {}): Step => ({
  url: `https://${host}.example.test/${path}`,
  body: {},
  ...more,
});
const common = async (steps: readonly Step[]) => (await analyseCapture(await captureOf(harOf(steps)))).common;

it('says that the failed ones went to one region and over one version of HTTP', async () => {
  const traits = await common([
    page,
    ...many(8, (at) => ask('svc-a', `users/${at}/x${'abcdefgh'[at]}`)),
    ...many(5, (at) =>
      ask('svc-k', `path${'abcde'[at]}`, { status: 503, httpVersion: 'http/1.1', body: { message: 'Down' } }),
    ),
    ask('svc-k', 'patha'),
  ]);
  expect(traits[0]).toEqual({
    dimension: 'httpVersion',
    value: 'http/1.1',
    failed: 5,
    allFailed: 5,
    others: 0,
    allOthers: 10,
  });
  expect(traits[1]).toMatchObject({ dimension: 'host', value: 'svc-k.example.test', failed: 5, others: 1 });
  // The region names the same requests as the host.
  expect(traits.map(({ dimension }) => dimension)).not.toContain('region');
});

it('says that only what was sent without credentials failed', async () => {
  const traits = await common([
    page,
    ...many(10, (at) => ask('api', `a${'abcdefghij'[at]}`, { request: { authorization: 'Bearer x' } })),
    ...many(6, (at) => ask('api', `b${'abcdef'[at]}`, { status: 401, body: { message: 'Who are you?' } })),
  ]);
  expect(traits).toContainEqual(
    expect.objectContaining({ dimension: 'authorization', value: 'no', failed: 6 }),
  );
});

it('takes no field for missing that browsers do not record of requests that broke', async () => {
  const traits = await common([
    ...many(10, (at) =>
      ask('api', `a${'abcdefghij'[at]}`, { request: { authorization: 'Bearer x', cookie: 'a=b' } }),
    ),
    ...many(6, (at) => ask('api', `b${'abcdef'[at]}`, { status: 0, error: 'net::ERR_CONNECTION_RESET' })),
  ]);
  expect(traits).toEqual([]);
});

it.each([
  ['two failures', many(2, () => ask('api', 'a', { status: 500, body: {} }))],
  [
    'failures like everything else',
    many(12, (at) => ask('api', 'a', at % 2 ? { status: 500, body: {} } : {})),
  ],
  ['a capture in which everything failed', many(9, () => ask('api', 'a', { status: 500, body: {} }))],
])('says nothing about %s', async (_what, steps) => {
  expect(await common([...(steps.length === 2 ? many(9, () => ask('other', 'x')) : []), ...steps])).toEqual(
    [],
  );
});

it('folds requests by their template, with errors and percentiles', async () => {
  const timings = (wait: number) => ({ send: 0, wait, receive: 0 });
  const capture = await captureOf(
    harOf([
      ...many(20, (at) => ask('api', `users/${at}?page=${at}`, { timings: timings(at + 1) })),
      ask('api', 'users/99', { status: 500, timings: timings(900) }),
      ask('api', 'me', { method: 'POST', status: 0, error: 'net::ERR_FAILED', timings: { blocked: -1 } }),
    ]),
  );
  expect(await templateStatistics(capture)).toEqual([
    {
      method: 'GET',
      host: 'api.example.test',
      path: '/users/{id}',
      count: 21,
      errors: 1,
      p50Ms: 11,
      p95Ms: 20,
    },
    { method: 'POST', host: 'api.example.test', path: '/me', count: 1, errors: 1, p50Ms: 0, p95Ms: 0 },
  ]);
});

it('counts an answer of 200 that says inside that it failed, and what an analysis found where it is given', async () => {
  const capture = await captureOf(
    harOf([
      ask('api', 'people', { body: { errors: [{ message: 'Unknown person' }], data: null } }),
      ask('api', 'people', { body: { failed: 0, items: [] } }),
      ask('api', 'people', { status: 404, body: { message: 'None' } }),
    ]),
  );
  const errors = async (failed?: ReadonlySet<number>) =>
    (await templateStatistics(capture, undefined, undefined, failed)).map((template) => template.errors);
  expect(await errors()).toEqual([2]);
  expect(await errors(new Set([0]))).toEqual([1]);
});
