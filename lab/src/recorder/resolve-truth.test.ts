import { describe, expect, it } from 'vitest';
import type { BrowserVerdict } from '../scenario/recorded-truth.ts';
import type { Truth } from '../scenario/truth.ts';
import type { Har } from './har.ts';
import { matchRequests } from './match-requests.ts';
import { resolveTruth } from './resolve-truth.ts';

/** Requests as `method url`, a second apart. */
function harOf(...requests: readonly string[]): Har {
  const entries = requests.map((request, index) => {
    const [method = 'GET', url = ''] = request.split(' ');
    return {
      startedDateTime: new Date(Date.UTC(2026, 0, 15) + index * 1000).toISOString(),
      time: 1,
      request: { method, url, headers: [] },
      response: { status: 200, statusText: '', headers: [], content: {} },
      timings: {},
    };
  });
  return { log: { entries } };
}

const USERS = 'https://api.example.test/users';
const nothing = { verdicts: [], phases: [] };
const expecting = (expects: Truth['expects']): Truth => ({ expects });

describe('matching requests', () => {
  const requests = [
    { method: 'OPTIONS', url: `${USERS}?max=5` },
    { method: 'GET', url: `${USERS}?max=5` },
    { method: 'PATCH', url: USERS },
    { method: 'GET', url: 'https://portal.example.test/users' },
  ];

  it('means the path on any host when the text begins with a slash', () => {
    expect(matchRequests(requests, { url: '/users' })).toEqual([1, 2, 3]);
  });

  it('means one host when the text names it', () => {
    expect(matchRequests(requests, { url: 'api.example.test/users' })).toEqual([1, 2]);
  });

  it('means a preflight only when it is asked for', () => {
    expect(matchRequests(requests, { method: 'OPTIONS', url: '/users' })).toEqual([0]);
  });

  it('tests a pattern against the whole URL', () => {
    expect(matchRequests(requests, { url: /max=5$/ })).toEqual([1]);
  });

  it('counts from 0 and finds nothing beyond the last', () => {
    expect(matchRequests(requests, { url: '/users', nth: 1 })).toEqual([2]);
    expect(matchRequests(requests, { url: '/users', nth: 9 })).toEqual([]);
  });
});

describe('the truth about one file', () => {
  it('counts entries in the order of the file and matches in the order of their start', () => {
    const har = harOf(`GET ${USERS}`, `PATCH ${USERS}`, `GET ${USERS}`);
    const turned = { log: { entries: har.log.entries.toReversed() } };
    const truth = expecting([{ finding: 'fail/http-5xx', on: [{ method: 'GET', url: '/users', nth: 0 }] }]);
    expect(resolveTruth(truth, turned, 'chrome', nothing).expects[0]?.entries).toEqual([2]);
  });

  it('says that a request without an entry cannot be observed', () => {
    const truth = expecting([{ finding: 'fail/pending', on: [{ url: '/never' }] }]);
    expect(resolveTruth(truth, harOf(`GET ${USERS}`), 'chrome', nothing).expects[0]).toEqual({
      finding: 'fail/pending',
      entries: [],
      notObservable: true,
    });
  });

  it('keeps an expectation about the whole file observable', () => {
    const truth = expecting([{ finding: 'capture/no-error', on: [] }]);
    expect(
      resolveTruth(truth, harOf(`GET ${USERS}`), 'chrome', nothing).expects[0]?.notObservable,
    ).toBeUndefined();
  });

  it.each([
    ['chrome', undefined],
    ['chrome-sanitized', true],
  ] as const)('knows what the sanitized export lacks: %s', (dialect, notObservable) => {
    const truth = expecting([
      { finding: 'auth/missing-credentials', on: [{ url: '/users' }], notObservableWhenSanitized: true },
    ]);
    const [expectation] = resolveTruth(truth, harOf(`GET ${USERS}`), dialect, nothing).expects;
    expect(expectation?.notObservable).toBe(notObservable);
  });

  it('tells failed requests of one URL apart by their order', () => {
    const verdict = (errorText?: string): BrowserVerdict => ({
      requestId: '1',
      method: 'GET',
      url: USERS,
      ...(errorText === undefined ? {} : { errorText }),
    });
    const verdicts = [verdict(), verdict('net::ERR_CONNECTION_RESET'), verdict()];
    const har = harOf(`GET ${USERS}`, `GET ${USERS}`, `GET ${USERS}`);
    expect(resolveTruth(expecting([]), har, 'chrome', { ...nothing, verdicts }).failed).toEqual([
      { entry: 1, errorText: 'net::ERR_CONNECTION_RESET' },
    ]);
  });

  it('leaves out phases that a form of the capture has no room for', () => {
    const phases = [
      { injected: { on: { url: '/users' }, phase: 'stalled', ms: 500 } as const, measuredMs: [512] },
    ];
    const har = harOf(`GET ${USERS}`);
    expect(resolveTruth(expecting([]), har, 'chrome', { ...nothing, phases }).phases).toEqual([
      { entry: 0, phase: 'stalled', ms: 512 },
    ]);
    expect(resolveTruth(expecting([]), har, 'playwright', { ...nothing, phases }).phases).toEqual([]);
  });
});
