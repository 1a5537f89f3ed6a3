import { beforeAll, describe, expect, it } from 'vitest';
import type { Har, HarEntry } from '../../../lab/src/recorder/har.ts';
import { keysOf, recordScenarios, type SeenTwice } from './testing/lab-session.ts';

/** One of each kind of trouble that times and pairs have: redirects, TLS, preflights, frames, sockets, caches, aborts. */
const ids = [
  'telephony/recording-refused-by-provider',
  'network/redirects-to-itself',
  'timing/slow-tls',
  'cors/preflight-redirected',
  'network/web-socket-works',
  'healthy/worker-answers-from-its-store',
  'healthy/second-visit-from-cache',
  'blocked/csp-redirect',
  'blocked/frame-refused',
  'blocked/integrity',
];

/** The browser reads the wall clock anew for each who watches, and a busy machine does so late: told the same, both say the same. */
const DATED_NEAR_MS = 200;
/** DevTools computes the same phases of the same events; what differs is rounding. */
const NEAR_MS = 1;

const phases = ['blocked', 'dns', 'connect', 'ssl', 'send', 'wait', 'receive', '_blocked_queueing'];

/**
 * What comes from the memory of the browser has no times of its own: wait ends where its answer is told, which the browser stamps anew
 * for each who watches, milliseconds apart on a busy machine. Their sum is its `time`, and of the same events both cut alike.
 */
function comparable({ _fromCache }: HarEntry): string[] {
  return _fromCache === 'memory' ? phases.filter((phase) => phase !== 'wait' && phase !== 'receive') : phases;
}

let seen: ReadonlyMap<string, SeenTwice>;

beforeAll(async () => {
  seen = await recordScenarios(ids);
}, 110_000);

interface Pair {
  readonly key: string;
  readonly theirs: HarEntry;
  readonly ours: HarEntry | undefined;
}

function pairsOf({ devTools, requestIds }: SeenTwice, ours: Har): Pair[] {
  const byKey = new Map(
    ours.log.entries.map((entry) => [(entry as { _requestId?: string })._requestId, entry]),
  );
  return keysOf(requestIds).map((key, at) => ({
    key,
    theirs: devTools.log.entries[at] as HarEntry,
    ours: byKey.get(key),
  }));
}

describe.each(ids)('%s', (id) => {
  it('holds every request that DevTools exports', () => {
    const run = seen.get(id) as SeenTwice;
    expect(run.devTools.log.entries.length).toBeGreaterThan(0);
    const missing = pairsOf(run, run.ours).filter(({ ours }) => ours === undefined);
    expect(missing.map(({ theirs }) => `${theirs.request.method} ${theirs.request.url}`)).toEqual([]);
  });

  it('dates each request and cuts its phases as DevTools does', () => {
    const run = seen.get(id) as SeenTwice;
    const far = pairsOf(run, run.ours).flatMap(({ theirs, ours }) => {
      if (ours === undefined) return [];
      const apart = Math.abs(Date.parse(theirs.startedDateTime) - Date.parse(ours.startedDateTime));
      // The browser stamps a failure anew for each who watches, so that its end is compared below; and of a service worker's script
      // DevTools sees no answer at all.
      if (theirs.response._error || theirs.response.status === 0)
        return apart > DATED_NEAR_MS ? [{ url: theirs.request.url, off: ['startedDateTime'] }] : [];
      const off = comparable(theirs).filter(
        (phase) => Math.abs((theirs.timings[phase] ?? -1) - (ours.timings[phase] ?? -1)) > NEAR_MS,
      );
      if (apart > DATED_NEAR_MS) off.push('startedDateTime');
      if (Math.abs(theirs.time - ours.time) > NEAR_MS) off.push('time');
      return off.length === 0
        ? []
        : [{ url: theirs.request.url, off, theirs: theirs.timings, ours: ours.timings }];
    });
    expect(far).toEqual([]);
  });

  it('makes of the same events the same dates and phases as DevTools, of failed requests, too', () => {
    const run = seen.get(id) as SeenTwice;
    const far = pairsOf(run, run.oursOfTheirs).flatMap(({ theirs, ours }) => {
      if (ours === undefined) return [{ url: theirs.request.url, off: ['missing'] }];
      const off = [...new Set([...phases, ...Object.keys(theirs.timings)])].filter(
        (phase) => Math.abs((theirs.timings[phase] ?? -1) - (ours.timings[phase] ?? -1)) > NEAR_MS,
      );
      const apart = Math.abs(Date.parse(theirs.startedDateTime) - Date.parse(ours.startedDateTime));
      if (apart > NEAR_MS) off.push('startedDateTime');
      if (Math.abs(theirs.time - ours.time) > NEAR_MS) off.push('time');
      return off.length === 0
        ? []
        : [{ url: theirs.request.url, off, apart, theirs: theirs.timings, ours: ours.timings }];
    });
    expect(far).toEqual([]);
  });

  it('has the same answers, fields and bodies', () => {
    const run = seen.get(id) as SeenTwice;
    const pairs = pairsOf(run, run.ours).filter(({ theirs, ours }) => !lacksRacedAnswer(theirs, ours));
    expect(differencesOf(pairs)).toEqual([]);
  });

  it('makes of the same events the same answers and fields as DevTools, of workers’ scripts, too', () => {
    const run = seen.get(id) as SeenTwice;
    // Nobody answers who only overhears: bodies that have to be asked for are missing.
    const isAskedFor = ({ name }: Difference) => name === 'text' || name === 'posted';
    expect(
      differencesOf(pairsOf(run, run.oursOfTheirs)).filter((difference) => !isAskedFor(difference)),
    ).toEqual([]);
  });
});

/**
 * Of a service worker's script the browser's process tells that it was asked for, and the worker's thread what was answered: to those
 * alone whose `Network.enable` reached it before the answer did. Nobody can make it wait, so that either of two who watch may miss the answer.
 */
function lacksRacedAnswer(theirs: HarEntry, ours: HarEntry | undefined): boolean {
  const isWorkersScript =
    (ours as { _target?: { type: string } } | undefined)?._target?.type === 'service_worker' &&
    theirs.request.headers.some(
      ({ name, value }) => name.toLowerCase() === 'service-worker' && value === 'script',
    );
  const hasNone = ({ response }: HarEntry) => response.status === 0 && !response._error;
  return isWorkersScript && ours !== undefined && hasNone(theirs) !== hasNone(ours);
}

interface Difference {
  readonly url: string;
  readonly name: string;
  readonly theirs: unknown;
  readonly ours: unknown;
}

/** What DevTools exports and we do not. Ours may hold more: a reason where DevTools has no word. */
function differencesOf(pairs: readonly Pair[]): Difference[] {
  return pairs.flatMap(({ theirs, ours }) => {
    if (ours === undefined) return [];
    const [one, other] = [told(theirs), told(ours)];
    return (Object.keys(one) as (keyof typeof one)[])
      .filter(
        (name) =>
          one[name] !== undefined &&
          one[name] !== '' &&
          JSON.stringify(one[name]) !== JSON.stringify(other[name]),
      )
      .map((name) => ({ url: one.url, name, theirs: one[name], ours: other[name] }));
  });
}

function told(entry: HarEntry) {
  return {
    method: entry.request.method,
    url: entry.request.url,
    status: entry.response.status,
    type: entry._resourceType,
    error: entry.response._error || undefined,
    sent: entry.request.headers.map(({ name, value }) => `${name}: ${value}`).sort(),
    received: entry.response.headers.map(({ name, value }) => `${name}: ${value}`).sort(),
    posted: entry.request.postData?.text,
    text: entry.response.content.text,
  };
}
