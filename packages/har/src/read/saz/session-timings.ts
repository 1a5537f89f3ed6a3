import type { SessionMeta } from './session-meta.ts';

/** HAR's timings of a session. ms, -1 = does not apply. */
export interface SessionTimings {
  /** As Fiddler wrote it, with its zone and seven digits. */
  readonly startedDateTime: string | undefined;
  readonly timeMs: number;
  readonly timings: {
    readonly blocked: number;
    readonly dns: number;
    readonly connect: number;
    readonly ssl: number;
    readonly send: number;
    readonly wait: number;
    readonly receive: number;
  };
  /** The server answered before it had the whole request. */
  readonly isEarlyResponse: boolean;
  /** The measured total when the phases are longer: a tunnel's total ends where the tunnel begins. */
  readonly measuredTotalMs?: number;
}

/** "0001-01-01T00:00:00" is how .NET writes "never". No capture is older than HTTP. */
const FIRST_YEAR = 1990;
const TIMER = /^(\d{4})(-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d{1,9})?(Z|[+-]\d\d:\d\d)?$/;

/**
 * Makes HAR timings of Fiddler's timers, for a proxy sees two connections where a browser sees one:
 * blocked = from having the request to sending it on, without what setting up took; send = both ways; wait
 * and receive on the server's side. What is left is not forced into any phase.
 */
export function sessionTimings(meta: SessionMeta): SessionTimings {
  const at = (name: string) => timerMs(meta.timers.get(name));
  const clientBegin = at('ClientBeginRequest');
  const clientDone = at('ClientDoneRequest');
  const forwarded = at('FiddlerBeginRequest');
  const serverGot = at('ServerGotRequest');
  const serverBegin = at('ServerBeginResponse');
  const serverDone = at('ServerDoneResponse');
  const answered = at('ClientDoneResponse');

  const gatewayMs = durationMs(meta, 'GatewayTime');
  const dnsMs = durationMs(meta, 'DNSTime');
  const tcpMs = durationMs(meta, 'TCPConnectTime');
  const tlsMs = durationMs(meta, 'HTTPSHandshakeTime');
  const setupMs = dnsMs + tcpMs + tlsMs;
  // All three are 0 on a reused connection, and then 0 means "not done". A connection that is older than
  // the request is a reused one too.
  const connectedHere = between(clientBegin, at('ServerConnected')) ?? -1;
  const didConnect = !meta.isServerPipeReused && (setupMs > 0 || connectedHere >= 0);

  const queuedMs = between(clientDone, forwarded) ?? 0;
  const blocked = didConnect
    ? Math.max(0, queuedMs - gatewayMs - setupMs) + gatewayMs
    : Math.max(0, queuedMs);
  const isEarlyResponse = (between(serverGot, serverBegin) ?? 0) < 0;
  // Overlap with sending is counted as sending.
  const receiveFrom = isEarlyResponse ? serverGot : serverBegin;
  const timings = {
    blocked: rounded(blocked),
    dns: didConnect ? dnsMs : -1,
    connect: didConnect ? tcpMs + tlsMs : -1,
    ssl: didConnect && tlsMs > 0 ? tlsMs : -1,
    send: rounded(positive(between(clientBegin, clientDone)) + positive(between(forwarded, serverGot))),
    // Where the server never answered, the request waited until it was given up.
    wait: rounded(positive(between(serverGot, serverBegin ?? answered))),
    receive: rounded(positive(between(receiveFrom, serverDone ?? answered))),
  };
  const phasesMs = rounded(
    timings.blocked +
      Math.max(0, timings.dns) +
      Math.max(0, timings.connect) +
      timings.send +
      timings.wait +
      timings.receive,
  );
  const totalMs = between(clientBegin, answered);
  const isTooShort = totalMs === undefined || totalMs < 0 || totalMs < setupOf(timings);
  return {
    startedDateTime: firstKnown(meta, 'ClientBeginRequest', 'ClientConnected'),
    timeMs: isTooShort ? phasesMs : rounded(totalMs),
    timings,
    isEarlyResponse,
    ...(isTooShort && totalMs !== undefined ? { measuredTotalMs: rounded(totalMs) } : {}),
  };
}

function setupOf(timings: SessionTimings['timings']): number {
  return Math.max(0, timings.dns) + Math.max(0, timings.connect);
}

/** A timer as ms since 1970 with its fraction, or undefined where it never happened. */
export function timerMs(written: string | undefined): number | undefined {
  const match = TIMER.exec(written ?? '');
  if (match === null || Number(match[1]) < FIRST_YEAR) return undefined;
  const [, year, rest, fraction, zone] = match;
  const wholeMs = Date.parse(`${year}${rest}${zone ?? 'Z'}`);
  return Number.isNaN(wholeMs) ? undefined : wholeMs + Number(`0${fraction ?? ''}`) * 1000;
}

function firstKnown(meta: SessionMeta, ...names: string[]): string | undefined {
  const name = names.find((candidate) => timerMs(meta.timers.get(candidate)) !== undefined);
  return name === undefined ? undefined : meta.timers.get(name);
}

/** Fiddler measures setting up in whole ms. */
function durationMs(meta: SessionMeta, name: string): number {
  const written = Number(meta.timers.get(name));
  return Number.isFinite(written) && written > 0 ? written : 0;
}

function between(from: number | undefined, to: number | undefined): number | undefined {
  return from === undefined || to === undefined ? undefined : to - from;
}

function positive(ms: number | undefined): number {
  return Math.max(0, ms ?? 0);
}

/** To .NET's tick of 100 ns, in which the timers are written. */
function rounded(ms: number): number {
  return Math.round(ms * 10_000) / 10_000;
}
