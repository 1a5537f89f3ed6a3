import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { Failure } from '../../../failures/failure.ts';
import { isRealFailure } from '../../../failures/failure.ts';
import { headerEvidence } from '../../../failures/failure-evidence.ts';
import { retryAfterS } from '../../../failures/rate-limit.ts';
import type { CaptureView } from '../../../findings/capture-view.ts';
import { greatestOf } from '../../../findings/greatest.ts';
import type { Rule } from '../../../findings/rule.ts';
import { groupedBy } from '../../../slow/by-place.ts';
import { isEventStream } from '../../../slow/slow.ts';
import { endMs } from '../../../slow/sound.ts';

/** The first attempt and three more: libraries that mean well stop there. */
const ATTEMPTS = 4;
/** Gaps above are a timer of the page, or a person. */
const GAP_MS = 2000;
/** Backing off means that the last gap is clearly longer than the first, and one that helps: a busy page wavers by less. */
const GROWTH = 1.5;
const HELPS_MS = 500;

/**
 * Finds requests that are sent again and again after failing, without backing off: four attempts and more of the same
 * method and URL, with gaps that do not grow or below what `Retry-After` asked for. It makes a failing service worse.
 * Milder (warning): it worked in the end.
 * Quiet on: event streams that broke off after a while, gaps that grow, requests sent side by side, timers of seconds.
 * Spec: RFC 9110 §10.2.3.
 */
export const retryStorm: Rule<'slow/retry-storm'> = {
  meta: { id: 'slow/retry-storm', severity: 'error', class: 'proven', knowledgeId: 'timing/retries' },
  *detect(view) {
    const failed = view.failures.filter(
      (failure) =>
        isRealFailure(failure) &&
        failure.exchange.entry.resourceType !== 'preflight' &&
        !isStreamThatRan(view, failure),
    );
    const same = groupedBy(failed, ({ exchange }) =>
      JSON.stringify([
        exchange.entry.request.method,
        withoutAttempt(exchange.entry.request.url),
        exchange.requestText,
      ]),
    );
    for (const attempts of same.flatMap((group) => sequences(view, group))) {
      const [first] = attempts;
      const last = attempts.at(-1);
      if (first === undefined || last === undefined || attempts.length < ATTEMPTS) continue;
      const gaps = gapsOf(view, attempts);
      const longestMs = greatestOf(gaps);
      const askedS = retryAfterS(first.exchange);
      const askedMs = askedS === undefined ? undefined : askedS * 1000;
      const isIgnored = askedMs !== undefined && longestMs < askedMs;
      const lastGapMs = gaps.at(-1) ?? 0;
      const isBackingOff = lastGapMs >= HELPS_MS && lastGapMs >= GROWTH * (gaps[0] ?? 0);
      if (!isIgnored && (isBackingOff || longestMs > GAP_MS)) continue;
      const { status } = first.exchange.entry.response;
      yield {
        entries: attempts.map(({ row }) => row),
        // A limit that is not heeded is of the client's making, a server's failure is not.
        ...(isIgnored || status === 429 ? { explains: attempts.map(({ row }) => row) } : {}),
        evidence: [
          ...attempts.slice(0, 5).map(({ row }) => ({
            entry: row,
            pointer: '/startedDateTime',
            role: 'cause' as const,
          })),
          ...headerEvidence(first.exchange, 'response', 'retry-after'),
        ],
        facts: {
          ...exchangeFacts(first.exchange, 1),
          attempts: attempts.length,
          gapMs: Math.round(longestMs),
          ...(status === undefined || status === 0 ? {} : { status }),
          ...(isIgnored ? { retryAfterMs: askedMs } : {}),
        },
        ...(view.healedBy(last.row) === undefined ? {} : { severity: 'warning' as const }),
      };
    }
  },
};

/** Event streams are asked for again as soon as they end, by the browser itself: one that was open for a while was no failed attempt. */
function isStreamThatRan(view: CaptureView, { row, exchange }: Failure): boolean {
  const { status = 0 } = exchange.entry.response;
  return status === 200 && isEventStream(view, row) && (view.durationMs(row) ?? 0) > GAP_MS;
}

/** A URL without what only keeps an attempt apart from the one before: its number, a time, a chance value. */
function withoutAttempt(url: string): string {
  return url.replace(
    /([?&])(?:_|t|ts|time(?:stamp)?|cb|nocache|attempt|retry|retries|try|tries|nonce|rand(?:om)?|rnd|versuch|essai|intento)=[^&#]*/gi,
    '$1',
  );
}

/** Attempts that begin after the one before has ended. */
function sequences(view: CaptureView, attempts: readonly Failure[]): Failure[][] {
  const found: Failure[][] = [];
  for (const attempt of attempts) {
    const last = found.at(-1)?.at(-1);
    if (last !== undefined && view.startMs(attempt.row) >= endMs(view, last.row) - 1)
      found.at(-1)?.push(attempt);
    else found.push([attempt]);
  }
  return found;
}

function gapsOf(view: CaptureView, attempts: readonly Failure[]): number[] {
  return attempts.slice(1).map(({ row }, at) => {
    const before = attempts[at];
    return before === undefined ? 0 : Math.max(0, view.startMs(row) - endMs(view, before.row));
  });
}
