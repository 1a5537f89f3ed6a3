import type { ChromeTimings } from './chrome-har.ts';

/** What is known about a request's phases, ms. What is not named took no time, or did not happen. */
export interface PhasesMs {
  readonly queueing?: number;
  readonly stalled?: number;
  readonly dns?: number;
  /** With TLS. */
  readonly connect?: number;
  readonly ssl?: number;
  readonly send?: number;
  readonly wait?: number;
  readonly receive?: number;
}

/** Phases in Chrome's spelling: queueing lies inside `blocked`, TLS inside `connect`. */
export function chromeTimings(phases: PhasesMs): ChromeTimings {
  return {
    blocked: (phases.queueing ?? 0) + (phases.stalled ?? 0),
    dns: phases.dns ?? -1,
    ssl: phases.ssl ?? -1,
    connect: phases.connect ?? -1,
    send: phases.send ?? 0,
    wait: phases.wait ?? 0,
    receive: phases.receive ?? 0,
    _blocked_queueing: phases.queueing ?? 0,
    _workerStart: -1,
    _workerReady: -1,
    _workerFetchStart: -1,
    _workerRespondWithSettled: -1,
  };
}

/** An entry's `time`, as Chrome counts it: every phase that happened, TLS once. */
export function totalMs(timings: ChromeTimings): number {
  const { blocked, dns, connect, send, wait, receive } = timings;
  return [blocked, dns, connect, send, wait, receive].reduce((sum, ms) => sum + Math.max(0, ms), 0);
}
