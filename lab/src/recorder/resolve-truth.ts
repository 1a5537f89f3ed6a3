import type { Phase } from '@harrier/har';
import type { Dialect } from '../scenario/dialect.ts';
import { dialectFiles } from '../scenario/dialect.ts';
import type { FindingName } from '../scenario/finding-names.ts';
import type { BrowserVerdict, RecordedExpectation, RecordedTruth } from '../scenario/recorded-truth.ts';
import type { Expectation, RequestMatcher, Truth } from '../scenario/truth.ts';
import type { Har } from './har.ts';
import { matchRequests } from './match-requests.ts';
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
    failed: failedEntries(verdicts, requests).map((index) => byStart[index]?.position ?? -1),
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
  if (dialect === 'playwright' || dialect === 'playwright-zip')
    return finding.startsWith('cors/') || ['slow/six-connections', 'slow/queueing'].includes(finding);
  if (dialect === 'fiddler')
    return (
      finding.startsWith('block/') || ['slow/six-connections', 'slow/queueing', 'fail/tls'].includes(finding)
    );
  return false;
}

/** Playwright begins when the request is sent; a proxy of ours has one number for all before it. */
function cannotMeasure(dialect: Dialect, phase: Phase): boolean {
  if (!['queueing', 'stalled', 'proxy'].includes(phase)) return false;
  return dialect !== 'chrome' && dialect !== 'chrome-sanitized';
}

/** Requests that the browser reported as failed, told apart from their like by the order of their start. */
function failedEntries(
  verdicts: readonly BrowserVerdict[],
  requests: readonly { readonly method: string; readonly url: string }[],
): readonly number[] {
  const seen = new Map<string, number>();
  const found: number[] = [];
  for (const { method, url, errorText } of verdicts) {
    const key = `${method} ${url}`;
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    if (errorText === undefined) continue;
    const alike = [...requests.keys()].filter(
      (index) => `${requests[index]?.method} ${requests[index]?.url}` === key,
    );
    const index = alike[nth];
    if (index !== undefined) found.push(index);
  }
  return found;
}
