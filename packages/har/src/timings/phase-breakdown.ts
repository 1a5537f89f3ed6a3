import type { Entry, EntryTimings } from '../entry/model.ts';
import { longestDurationMs } from '../entry/timings.ts';
import type { Phase, PhaseBreakdown, PhaseSpan } from './phase.ts';
import { serviceWorkerMarks, serviceWorkerSpans } from './service-worker-phases.ts';

/**
 * Takes an entry's time apart into the phases that DevTools' Timing tab shows, and an explicit rest.
 * The top-level spans (no `within`) follow each other without gaps from 0 to `timeMs`, so phases +
 * unaccounted = time, always. Where DevTools shows something else, it is wrong:
 *
 * - 0 is a valid boundary: without `blocked`, DevTools books the server's time as *Stalled*;
 * - TLS beside `connect` (Firefox) is a phase of its own: DevTools drops `connect` and stretches `receive`;
 * - queueing is clipped to `blocked`, the phase it lies in: DevTools stretches *Stalled* over the server's time;
 * - what `time` holds beyond the phases is `unaccounted`: DevTools draws it as download.
 *
 * Phases that add up to more than the recorded `time` are all kept; `timeMs` is then their sum, and
 * `overrunMs` says how much of it the recorded `time` did not cover.
 */
export function phaseBreakdown(entry: Entry): PhaseBreakdown {
  const durations = durationsOf(entry.timings);
  const recordedMs = duration(entry.timeMs);
  const sslBooking = bookSsl(durations, recordedMs);
  const servedFromMemory = entry.fromCache === 'memory' && Object.values(durations).every((phase) => !phase);
  const recorded = servedFromMemory ? [] : laySpans(entry.timings, durations, sslBooking);

  const sumMs = recorded.reduce((end, span) => (span.within ? end : Math.max(end, span.endMs)), 0);
  const timeMs = isSame(sumMs, recordedMs) ? sumMs : Math.max(sumMs, recordedMs ?? 0);
  const spans =
    timeMs > sumMs
      ? [...recorded, { phase: 'unaccounted', startMs: sumMs, endMs: timeMs } as const]
      : recorded;
  return {
    spans,
    unaccountedMs: timeMs - sumMs,
    timeMs,
    overrunMs: recordedMs === undefined ? 0 : Math.max(0, timeMs - Math.max(recordedMs, 0)),
    sslBooking,
    servedFromMemory,
    ...failure(entry, spans),
    pending: entry.pending,
  };
}

export type Durations = Readonly<
  Record<'blocked' | 'dns' | 'connect' | 'ssl' | 'send' | 'wait' | 'receive', number | undefined>
>;

function durationsOf(timings: EntryTimings): Durations {
  const queueing = duration(timings.blockedQueueing);
  return {
    // Queueing alone says as much about `blocked` as there is to know.
    blocked: duration(timings.blocked) ?? queueing,
    dns: duration(timings.dns),
    connect: duration(timings.connect),
    ssl: duration(timings.ssl),
    send: duration(timings.send),
    wait: duration(timings.wait),
    receive: duration(timings.receive),
  };
}

/** Entries of any make pass here, so nothing is assumed about the numbers. JSON may hold -0; it becomes 0. */
function duration(value: number | undefined): number | undefined {
  return value !== undefined && value >= 0 && value <= longestDurationMs ? value + 0 : undefined;
}

/**
 * Whether TLS lies inside `connect` (HAR 1.2: Chrome, Safari, Fiddler, Charles; Playwright, whose `time` is mended when it is
 * read) or on top of it (Firefox, mitmproxy): whichever sum is closer to the recorded `time`. A tie goes to the specification,
 * unless TLS took longer than the `connect` that should hold it.
 */
export function bookSsl(durations: Durations, recordedMs: number | undefined): PhaseBreakdown['sslBooking'] {
  const { ssl, connect } = durations;
  if (ssl === undefined) return 'none';
  if (connect === undefined) return 'beside-connect';
  const { blocked = 0, dns = 0, send = 0, wait = 0, receive = 0 } = durations;
  const insideMs = blocked + dns + connect + send + wait + receive;
  const time = recordedMs ?? insideMs;
  const offInside = Math.abs(time - insideMs);
  const offBeside = Math.abs(time - insideMs - ssl);
  if (isSame(offInside, offBeside) || recordedMs === undefined) {
    return ssl > connect ? 'beside-connect' : 'inside-connect';
  }
  return offInside < offBeside ? 'inside-connect' : 'beside-connect';
}

function laySpans(
  timings: EntryTimings,
  durations: Durations,
  sslBooking: PhaseBreakdown['sslBooking'],
): PhaseSpan[] {
  const marks = serviceWorkerMarks(timings);
  if (marks && !durations.dns && !durations.connect && !durations.ssl) {
    const spans = serviceWorkerSpans(marks, {
      queueingMs: queueingWithin(timings, durations) ?? 0,
      sentMs: (durations.blocked ?? 0) + (durations.send ?? 0),
      wait: durations.wait,
      receive: durations.receive,
    });
    if (spans) return spans;
  }
  const spans: PhaseSpan[] = [...layBlocked(timings, durations)];
  let startMs = durations.blocked ?? 0;
  const add = (phase: Phase, phaseMs: number | undefined) => {
    if (phaseMs === undefined) return;
    spans.push({ phase, startMs, endMs: startMs + phaseMs });
    startMs += phaseMs;
  };
  add('dns', durations.dns);
  add('connect', durations.connect);
  if (sslBooking === 'beside-connect') add('ssl', durations.ssl);
  else if (sslBooking === 'inside-connect') spans.push(...sslInside(spans.at(-1), durations.ssl ?? 0));
  add('send', durations.send);
  add('wait', durations.wait);
  add('receive', durations.receive);
  return spans;
}

/** `blocked` = queueing, then stalled, whose last part is the negotiation with a proxy. */
function layBlocked(timings: EntryTimings, durations: Durations): PhaseSpan[] {
  const { blocked } = durations;
  if (blocked === undefined) return [];
  const spans: PhaseSpan[] = [];
  const queueing = queueingWithin(timings, durations);
  if (queueing !== undefined) spans.push({ phase: 'queueing', startMs: 0, endMs: queueing });
  const stalledFrom = queueing ?? 0;
  if (queueing === undefined || blocked > stalledFrom) {
    spans.push({ phase: 'stalled', startMs: stalledFrom, endMs: blocked });
    const proxy = duration(timings.blockedProxy);
    if (proxy) {
      const startMs = Math.max(stalledFrom, blocked - proxy);
      spans.push({ phase: 'proxy', startMs, endMs: blocked, within: 'stalled' });
    }
  }
  return spans;
}

function queueingWithin(timings: EntryTimings, durations: Durations): number | undefined {
  const queueing = duration(timings.blockedQueueing);
  return queueing === undefined ? undefined : Math.min(queueing, durations.blocked ?? queueing);
}

/** TLS is the last part of setting up the connection. */
function sslInside(connect: PhaseSpan | undefined, sslMs: number): PhaseSpan[] {
  if (!connect) return [];
  const startMs = Math.max(connect.startMs, connect.endMs - sslMs);
  return [{ phase: 'ssl', startMs, endMs: connect.endMs, within: 'connect' }];
}

/** The last phase in which time passed is the one that failed. A request blocked at once reached none. */
function failure(entry: Entry, spans: readonly PhaseSpan[]): Pick<PhaseBreakdown, 'failedIn'> {
  const failed = entry.error !== undefined || (entry.response.status === 0 && !entry.pending);
  if (!failed) return {};
  const passed = spans.filter((span) => !span.within && span.endMs > span.startMs);
  const last = passed.findLast((span) => span.phase !== 'unaccounted') ?? passed.at(-1);
  return last ? { failedIn: last.phase } : {};
}

/** Sums of binary fractions differ in their last digits: 0.1 + 0.2 is not 0.3. */
function isSame(a: number, b: number | undefined): boolean {
  return b !== undefined && Math.abs(a - b) <= 1e-9 * Math.max(1, a, b);
}
