import type { RequestRecord } from '../requests/request-record.ts';

/** HAR 1.2 timings in ms with DevTools' additions; -1 = does not apply. */
export interface HarTimings {
  readonly blocked: number;
  readonly dns: number;
  readonly connect: number;
  readonly ssl: number;
  readonly send: number;
  readonly wait: number;
  readonly receive: number;
  readonly _blocked_queueing: number;
  readonly _blocked_proxy?: number;
  readonly _workerStart?: number;
  readonly _workerReady?: number;
  readonly _workerFetchStart?: number | undefined;
  readonly _workerRespondWithSettled?: number | undefined;
  readonly _workerRouterEvaluationStart?: number | undefined;
  readonly _workerCacheLookupStart?: number | undefined;
}

/**
 * The phases of a request, cut where DevTools cuts them: `blocked` runs to the first of name lookup, connecting and sending; each later
 * phase begins where the one before ended. `connect` includes `ssl`, `blocked` includes queueing and the proxy.
 * One thing differs: where a name was looked up, DevTools begins `connect` before the lookup, and counts it twice.
 * Spec: HAR 1.2 timings; DevTools' exporter in Chromium 156, against which a test holds them.
 */
export function timingsOf(record: RequestRecord): HarTimings {
  const { issueTime, startTime, timing, responseTime, endTime } = record;
  const queueing = issueTime < startTime ? (startTime - issueTime) * 1000 : -1;
  const none = { blocked: -1, dns: -1, connect: -1, ssl: -1, send: 0, wait: 0, receive: 0 };
  if (timing === undefined && responseTime === undefined) {
    // Never answered: nothing is known but how long it took to fail. One that is still open took nobody knows how long.
    const blocked = endTime === undefined ? -1 : Math.max(0, (endTime - issueTime) * 1000);
    return { ...none, blocked, _blocked_queueing: queueing };
  }
  const base = timing?.requestTime ?? startTime;
  const answered = ((responseTime ?? base) - base) * 1000;
  const ended = ((endTime ?? responseTime ?? base) - base) * 1000;
  const receive = Math.max(0, ended - answered);
  if (timing === undefined)
    return { ...none, blocked: queueing, _blocked_queueing: queueing, wait: answered, receive };

  const first = leastOf([timing.dnsStart, timing.connectStart, timing.sendStart]);
  const stalled = first ?? 0;
  const proxy = timing.proxyEnd === -1 ? undefined : timing.proxyEnd - timing.proxyStart;
  const blocked = Math.max(first === undefined ? queueing : queueing + stalled, proxy ?? -1);
  const hasLookup = timing.dnsEnd >= 0;
  const hasConnect = timing.connectEnd >= 0;
  const connectStart = hasLookup ? timing.dnsEnd : stalled;
  const sendStart = Math.max(hasConnect ? timing.connectEnd : -1, hasLookup ? timing.dnsEnd : -1, stalled);
  const sendEnd = Math.max(timing.sendEnd, 0);
  const hasTls = timing.sslEnd > 0;
  const waitStart = Math.max(sendEnd, timing.connectEnd, timing.sslEnd, timing.dnsEnd, stalled, 0);
  return {
    blocked,
    dns: hasLookup ? timing.dnsEnd - stalled : -1,
    connect: hasConnect ? timing.connectEnd - connectStart : -1,
    ssl: hasTls ? timing.sslEnd - timing.sslStart : -1,
    // QUIC sometimes begins to send before it is connected.
    send: timing.sendEnd >= 0 ? Math.max(0, sendEnd - sendStart) : 0,
    wait: answered - waitStart,
    receive,
    _blocked_queueing: queueing,
    ...(proxy === undefined ? {} : { _blocked_proxy: proxy }),
    _workerStart: timing.workerStart,
    _workerReady: timing.workerReady,
    _workerFetchStart: timing.workerFetchStart,
    _workerRespondWithSettled: timing.workerRespondWithSettled,
    _workerRouterEvaluationStart: timing.workerRouterEvaluationStart,
    _workerCacheLookupStart: timing.workerCacheLookupStart,
  };
}

/** ms; the phases without `ssl`, which lies inside `connect`. Spec: HAR 1.2, `time`. */
export function totalOf({ blocked, dns, connect, send, wait, receive }: HarTimings): number {
  return [blocked, dns, connect, send, wait, receive].reduce((sum, phase) => sum + Math.max(0, phase), 0);
}

function leastOf(values: readonly number[]): number | undefined {
  const known = values.filter((value) => value >= 0);
  return known.length === 0 ? undefined : Math.min(...known);
}
