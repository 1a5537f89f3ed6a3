import type { Phase } from '@harrier/har';
import type { Dialect } from '../scenario/dialect.ts';
import { dialectFiles } from '../scenario/dialect.ts';
import type { FindingName } from '../scenario/finding-names.ts';
import type { BrowserVerdict, RecordedExpectation, RecordedTruth } from '../scenario/recorded-truth.ts';
import type { Expectation, RequestMatcher, Truth } from '../scenario/truth.ts';
import type { Har } from './har.ts';
import { matchRequests, type RequestLike } from './match-requests.ts';
import type { MeasuredPhase } from './measured-phases.ts';

/** What was told about a run beside its files. */
interface Told {
  readonly verdicts: readonly BrowserVerdict[];
  readonly phases: readonly MeasuredPhase[];
}

/** Turns matchers into positions of the entries of one file. */
export function resolveTruth(
  truth: Truth,
  har: Har,
  dialect: Dialect,
  { verdicts, phases }: Told,
): RecordedTruth {
  const byStart = [...har.log.entries.entries()]
    .map(([position, { request, startedDateTime }]) => ({
      position,
      at: Date.parse(startedDateTime),
      request,
    }))
    .sort((a, b) => a.at - b.at || a.position - b.position);
  const requests = byStart.map(({ request }) => request);
  const entriesOf = (matcher: RequestMatcher) =>
    matchRequests(requests, matcher).map((index) => byStart[index]?.position ?? -1);

  return {
    dialect,
    file: dialectFiles[dialect],
    entryCount: har.log.entries.length,
    ...(truth.healthy ? { healthy: true } : {}),
    expects: truth.expects.map((expectation) => resolveExpectation(expectation, dialect, entriesOf)),
    allows: truth.allows ?? [],
    phases: phases.flatMap(({ injected: { on, phase }, measuredMs }) => {
      const entries = entriesOf(on);
      if (entries.length !== measuredMs.length || cannotMeasure(dialect, phase)) return [];
      return entries.map((entry, index) => ({ entry, phase, ms: measuredMs[index]! }));
    }),
    failed: failedRequests(
      verdicts.filter((verdict) => canSee(dialect, verdict)),
      requests,
    ).map(({ index, errorText, corsError }) => ({
      entry: byStart[index]?.position ?? -1,
      errorText,
      ...(corsError === undefined ? {} : { corsError }),
    })),
  };
}

function resolveExpectation(
  expectation: Expectation,
  dialect: Dialect,
  entriesOf: (matcher: RequestMatcher) => readonly number[],
): RecordedExpectation {
  const { finding, on, reason, phase, root } = expectation;
  const entries = [...new Set(on.flatMap(entriesOf))];
  const isHidden =
    (on.length > 0 && entries.length === 0) ||
    cannotShow(dialect, finding) ||
    (expectation.hiddenIn ?? []).includes(dialect) ||
    (expectation.notObservableWhenSanitized === true && dialect === 'chrome-sanitized');
  return {
    finding,
    entries,
    ...(reason === undefined ? {} : { reason }),
    ...(phase === undefined ? {} : { phase }),
    ...(root === undefined ? {} : { root }),
    ...(isHidden ? { notObservable: true } : {}),
  };
}

/**
 * What a dialect never holds. Playwright writes no preflights, no response of a request that CORS stopped, and no time
 * before the connection; a proxy such as Fiddler knows nothing of what the browser decided or waited for by itself.
 */
function cannotShow(dialect: Dialect, finding: FindingName): boolean {
  if (dialect === 'playwright' || dialect === 'playwright-zip') return hiddenFromPlaywright.test(finding);
  return dialect === 'fiddler' && hiddenFromProxies.test(finding);
}

/** Which header fields a page may read stands in an answer that it did get. */
const hiddenFromPlaywright = /^cors\/(?!header-not-exposed)|^slow\/(?:six-connections|queueing)$/;
/** What gateways and proxies do, and what pages report, goes through the proxy; the rest the browser keeps for itself. */
const hiddenFromProxies =
  /^block\/(?:by-client|by-administrator|response-policy|nosniff|integrity|mixed-content)$|^slow\/(?:six-connections|queueing)$|^fail\/tls$/;

/** What the browser did with an answer that it had, a proxy does not see. */
function canSee(dialect: Dialect, { errorText = '' }: BrowserVerdict): boolean {
  return dialect !== 'fiddler' || !errorText.includes('BLOCKED_BY_');
}

/** Playwright begins when the request is sent; a proxy of ours has one number for all before it. */
function cannotMeasure(dialect: Dialect, phase: Phase): boolean {
  if (!['queueing', 'stalled', 'proxy'].includes(phase)) return false;
  return dialect !== 'chrome' && dialect !== 'chrome-sanitized';
}

/** Requests that the browser reported as failed, told apart from their like by the order of their start. */
function failedRequests(
  verdicts: readonly BrowserVerdict[],
  requests: readonly RequestLike[],
): readonly { readonly index: number; readonly errorText: string; readonly corsError?: string }[] {
  const nameOf = ({ method, url }: RequestLike) => `${method} ${url}`;
  const places = new Map<string, number[]>();
  for (const [index, request] of requests.entries())
    places.set(nameOf(request), [...(places.get(nameOf(request)) ?? []), index]);
  const seen = new Map<string, number>();
  return verdicts.flatMap((verdict) => {
    const name = nameOf(verdict);
    const nth = seen.get(name) ?? 0;
    seen.set(name, nth + 1);
    const index = places.get(name)?.[nth];
    const { errorText, corsError } = verdict;
    return errorText === undefined || index === undefined
      ? []
      : [{ index, errorText, ...(corsError === undefined ? {} : { corsError }) }];
  });
}
