import type { EntryIndex } from '../entry-index/entry-index.ts';
import { isDuration } from './entry-duration.ts';

/** Phases as they were written; undefined, negative or not a number = not recorded. */
export type WrittenPhases = Readonly<
  Partial<Record<'blocked' | 'dns' | 'connect' | 'ssl' | 'send' | 'wait' | 'receive', number | undefined>>
>;

/** Playwright rounds each phase to a thousandth, and columns hold seven digits of one. */
const ROUNDING_MS = 0.01;
const ROUNDING_SHARE = 1e-6;

/**
 * How much of `time` is TLS that it holds a second time, ms; 0 = none. Playwright's `connect` holds TLS, as HAR 1.2 wants it, and
 * its `time` is the sum of all phases with `ssl` among them. Seen in: Playwright 1.62, 501 of the 503 connections with TLS that
 * the lab recorded; in the other two TLS is longer than `connect`.
 */
export function repeatedTlsMs(timeMs: number, phases: WrittenPhases): number {
  const { ssl, connect } = phases;
  if (!isDuration(ssl) || !isDuration(connect) || ssl > connect + ROUNDING_MS) return 0;
  const { blocked, dns, send, wait, receive } = phases;
  const insideMs = [blocked, dns, connect, send, wait, receive]
    .filter(isDuration)
    .reduce((sum, phase) => sum + phase, 0);
  const offMs = Math.abs(timeMs - insideMs - ssl);
  return offMs <= Math.max(ROUNDING_MS, ROUNDING_SHARE * timeMs) ? ssl : 0;
}

/** Takes TLS that was counted twice out of the `time` of every row. Only for captures whose producer counts it so. */
export function takeOutRepeatedTls({ columns, length }: EntryIndex): void {
  const { timeMs, blocked, dns, connect, ssl, send, wait, receive } = columns;
  for (let row = 0; row < length; row++) {
    if (!((ssl[row] as number) > 0)) continue;
    const written = timeMs[row] as number;
    const phases = {
      blocked: blocked[row],
      dns: dns[row],
      connect: connect[row],
      ssl: ssl[row],
      send: send[row],
      wait: wait[row],
      receive: receive[row],
    };
    if (isDuration(written)) timeMs[row] = written - repeatedTlsMs(written, phases);
  }
}
