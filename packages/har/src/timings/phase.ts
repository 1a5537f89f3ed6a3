/**
 * The phases of one request in the order in which they happen. HAR 1.2 names where HAR has one;
 * `queueing`, `stalled` and `proxy` split `blocked`; the service-worker phases are Chrome's;
 * `unaccounted` is what `time` holds beyond every recorded phase.
 */
export type Phase =
  | 'queueing'
  | 'stalled'
  | 'proxy'
  | 'dns'
  | 'connect'
  | 'ssl'
  | 'serviceWorkerStartup'
  | 'serviceWorkerRespondWith'
  | 'serviceWorkerRequest'
  | 'send'
  | 'wait'
  | 'receive'
  | 'unaccounted';

/** One phase on the entry's own clock (0 = startedDateTime), ms, half-open [startMs, endMs). */
export interface PhaseSpan {
  readonly phase: Phase;
  readonly startMs: number;
  readonly endMs: number;
  /**
   * The phase this one lies inside and is already counted in: `ssl` in `connect`, `proxy` in `stalled`,
   * `serviceWorkerRespondWith` in `wait` (it may begin in `serviceWorkerRequest`). Spans without it add up to the total.
   */
  readonly within?: Phase;
}

/** An entry's time, taken apart. The top-level spans (no `within`), `unaccounted` among them, add up to `timeMs`. */
export interface PhaseBreakdown {
  readonly spans: readonly PhaseSpan[];
  readonly unaccountedMs: number;
  /** The recorded `time`, or the sum of the phases where that is more. */
  readonly timeMs: number;
  /** How far the phases go beyond the recorded `time`; 0 in nearly every capture. */
  readonly overrunMs: number;
  /** Where TLS was booked: HAR 1.2 counts it inside `connect`; Firefox and mitmproxy on top. */
  readonly sslBooking: 'inside-connect' | 'beside-connect' | 'none';
  /** No timing was recorded although the response came from the memory cache. */
  readonly servedFromMemory: boolean;
  /** Status 0 or `_error`: the last phase in which time passed; undefined where none did (blocked at once). */
  readonly failedIn?: Phase;
  /** The request was still in flight when the capture was saved. */
  readonly pending: boolean;
}
