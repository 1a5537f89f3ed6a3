import { tokenOf } from '../../../auth/jwt.ts';
import {
  type ClockSample,
  clockSamples,
  mayBeOff,
  medianOffset,
  serverTime,
} from '../../../auth/server-clock.ts';
import { validUntil } from '../../../auth/valid-until.ts';
import type { Exchange } from '../../../exchange/exchange.ts';
import type { Failure } from '../../../failures/failure.ts';
import { headerEvidence } from '../../../failures/failure-evidence.ts';
import { tlsFaultOf } from '../../../failures/tls-fault.ts';
import type { CaptureView, ColumnView } from '../../../findings/capture-view.ts';
import type { FindingDraft } from '../../../findings/finding.ts';
import { groupBy } from '../../../findings/group-by.ts';
import type { Rule } from '../../../findings/rule.ts';
import { refusalWords, spread } from '../refused.ts';

/** Tokens and codes forgive about a minute (RFC 7519 §4.1.4); Date has whole seconds and answers take some on their way. */
const SKEW_MS = 60_000;
/** One server's clock may be wrong itself: answers of two hosts have to agree. */
const LEAST_ANSWERS = 5;
const LEAST_HOSTS = 2;
/** Certificates hold for months; a clock that is some minutes off meets none of their ends. */
const A_DAY_MS = 24 * 3600 * 1000;
/** Answers that are looked at. */
const SAMPLE = 40;

/** How services say that they do not believe a request's time. */
const clockWords =
  /skew|\bclocks?\b|in the future|time ?stamp|request time|not (?:yet valid|valid yet)|too (?:old|early)|RequestExpired|\buhr(?:zeit)?\b|zeitstempel|zukunft|horloge|horodat|dans le futur|\breloj|marca de tiempo|orologio|rel[oó]gio|時計|時刻|タイムスタンプ|시계|시각|타임스탬프|时钟|時鐘|时间戳|時間戳/i;

/** The same of what was made in time and came too late. A session that ended says so as well, so that it counts for what has a time of its own. */
const lateWords =
  /expired|stale|no longer valid|out ?dated|abgelaufen|veraltet|zu alt|nicht mehr gültig|expiré|périmé|trop ancien|expirad|caducad|vencid|scadut|有効期限|期限切れ|古い|만료|오래된|过期|過期|失效/i;
/** Fields and parameters by which a request says when it was made, which a signature then covers. RFC 9421 §2.3 (created), AWS SigV4, RFC 5849 §3.3. */
const ownTimeField = /^(?:date|x-(?:[\w-]{1,40}-)?date|(?:x-)?(?:[\w-]{1,40}-)?time-?stamp)$/i;
const ownTimeParameter =
  /\b(?:time_?stamp|oauth_timestamp|x-amz-date|signed_?at|created_?at|issued_?at|iat)\b["=: ]/i;

/**
 * Finds recording machines whose clock is more than a minute off: sign-in tokens seem expired or not valid yet there, and times of
 * the capture do not match those of logs. An error where
 * services refuse requests for their time, or the browser certificates for their dates; those belong to it. Also finds the one server whose clock is off, where others refuse the
 * tokens that it makes; otherwise nobody minds. By the Date of answers that no cache kept, of two hosts at least that agree.
 * Spec: RFC 9110 §6.6.1.
 */
export const clockSkew: Rule<'auth/clock-skew'> = {
  meta: {
    id: 'auth/clock-skew',
    severity: 'warning',
    class: 'proven',
    knowledgeId: 'auth/refused',
    supersedes: ['auth/unauthorized', 'auth/token-not-yet-valid', 'auth/token-expired', 'fail/http-4xx'],
  },
  *opens(view: ColumnView) {
    const perHost = groupBy(
      view.rowsOfKinds((row) => view.outcome(row) === 'answered'),
      (row) => view.host(row),
    );
    const hosts = [...perHost.values()].sort((a, b) => b.length - a.length).slice(0, 8);
    for (const rows of hosts) yield* spread(rows, Math.ceil(SAMPLE / hosts.length));
  },
  *detect(view) {
    if (!mayBeOff(view, SKEW_MS)) return;
    const hosts = [...groupBy(clockSamples(view), ({ host }) => host).values()].map((samples) => ({
      samples,
      offsetMs: medianOffset(samples) ?? 0,
    }));
    const direction = Math.sign(medianOffset(hosts) ?? 0);
    // A host that disagrees has a wrong clock of its own; if most do, nobody knows.
    const agreeing = hosts.filter(({ offsetMs }) => offsetMs * direction > SKEW_MS);
    const enough = agreeing.length >= LEAST_HOSTS && agreeing.length * 2 > hosts.length;
    const refused = view.failures.filter(isRefused);
    if (enough) {
      const samples = agreeing.flatMap((host) => host.samples);
      if (samples.length < LEAST_ANSWERS) return;
      const told = [
        ...refused.filter((failure) => isForItsTime(failure, view, 0)),
        ...(Math.abs(medianOffset(samples) ?? 0) < A_DAY_MS ? [] : view.failures.filter(isForDates)),
      ];
      yield draft(view, samples, medianOffset(samples) ?? 0, agreeing.length, told);
      return;
    }
    // One server is off. Nobody minds, unless it makes tokens that others refuse as being of another time.
    const [off, ...more] = hosts.filter(({ offsetMs }) => Math.abs(offsetMs) > SKEW_MS);
    if (off === undefined || more.length > 0 || hosts.length <= LEAST_HOSTS) return;
    const told = refused.filter((failure) => isForItsTime(failure, view, off.offsetMs));
    if (told.length === 0) return;
    const [first] = off.samples;
    yield draft(view, off.samples, -off.offsetMs, hosts.length - 1, told, first.host);
  },
};

/** `offsetMs`: by how much the clock in question is behind. */
function draft(
  view: CaptureView,
  samples: readonly ClockSample[],
  offsetMs: number,
  hosts: number,
  refused: readonly Failure[],
  host?: string,
): FindingDraft<'auth/clock-skew'> {
  return {
    entries: refused.map(({ row }) => row),
    explains: refused.map(({ row }) => row),
    evidence: samples.slice(0, LEAST_ANSWERS).flatMap(({ row }) => {
      const exchange = view.exchange(row);
      return exchange === undefined ? [] : headerEvidence(exchange, 'response', 'date', 'cause');
    }),
    facts: {
      skewMs: Math.round(Math.abs(offsetMs) / 1000) * 1000,
      ahead: offsetMs < 0,
      answers: samples.length,
      hosts,
      refusals: refused.length,
      ...(host === undefined ? {} : { host }),
    },
    ...(refused.length === 0 ? {} : { severity: 'error' as const }),
  };
}

/** A certificate that this machine takes for expired, or for one of the future. */
function isForDates({ reading, exchange }: Failure): boolean {
  return reading === 'network' && tlsFaultOf(exchange.entry.error ?? '') === 'dates';
}

/** Not let in, or turned away as it was sent: whoever checks times does so before anything else. */
function isRefused({ reading, exchange }: Failure): boolean {
  return reading === 'auth' || (reading === 'client' && exchange.entry.response.status !== 404);
}

/** `aheadMs`: by how much the clock that is off is ahead of the recording machine's. */
function isForItsTime(failure: Failure, view: CaptureView, aheadMs: number): boolean {
  const end = endOf(failure, view, aheadMs);
  if (end !== undefined) return end === 'held-by-that-clock';
  const words = refusalWords(failure);
  return (
    isOutOfTime(failure, view) ||
    clockWords.test(words) ||
    (lateWords.test(words) && saysItsTime(failure.exchange))
  );
}

function saysItsTime({ entry, requestText = '' }: Exchange): boolean {
  return (
    entry.request.headers.some(({ name }) => ownTimeField.test(name)) ||
    ownTimeParameter.test(`${entry.request.url.replace(/^[^?]*/, '')}\n${requestText.slice(0, 4000)}`)
  );
}

/**
 * A token or an assertion whose time was over by the clock of the server that refused it: by the clock that is off it still held, so whoever
 * went by that clock saw no reason for a new one; or its time was over by both, and the clock has no part in it. undefined: neither.
 */
function endOf(
  { exchange }: Failure,
  view: CaptureView,
  aheadMs: number,
): 'held-by-that-clock' | 'over-by-both' | undefined {
  const endEpochMs = 1000 * (validUntil(exchange)?.endS ?? Number.NaN);
  const now = serverTime(exchange, view);
  const { startEpochMs } = exchange.entry;
  if (now?.isExact !== true || startEpochMs === undefined || !(endEpochMs < now.epochMs)) return undefined;
  return endEpochMs > startEpochMs + aheadMs ? 'held-by-that-clock' : 'over-by-both';
}

/** Refused with a token that is made, or valid, only later by the server's own clock. */
function isOutOfTime(failure: Failure, view: CaptureView): boolean {
  const { iat, nbf } = tokenOf(failure.exchange.entry)?.claims ?? {};
  const now = serverTime(failure.exchange, view);
  const from = Math.max(iat ?? 0, nbf ?? 0) * 1000;
  return now?.isExact === true && from - now.epochMs > SKEW_MS;
}
