import type { TimeWindow } from '../store/log-store.ts';

/** Clocks of servers agree to some seconds; that of a browser may be minutes off, and log shippers stamp late. */
export const CLOCK_SKEW_NS = 5n * 60n * 1_000_000_000n;

const NS_PER_MS = 1_000_000n;

/**
 * The window to search for something that was seen from one moment to another, by somebody else's clock: a hint, so it is
 * padded at both ends. Milliseconds since 1970-01-01T00:00Z.
 */
export function paddedWindow(fromMs: number, toMs: number, padNs: bigint = CLOCK_SKEW_NS): TimeWindow {
  const fromNs = BigInt(Math.floor(fromMs)) * NS_PER_MS;
  const toNs = BigInt(Math.ceil(toMs)) * NS_PER_MS;
  return { fromNs: fromNs - padNs, toNs: toNs + padNs + 1n };
}

/** `2026-01-12T06:00:00.365`, with a zone or as UTC, to nanoseconds; undefined where it is no moment. */
export function readMoment(text: string): bigint | undefined {
  const match =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d\d:?\d\d)?$/i.exec(
      text.trim(),
    );
  if (match === null) return undefined;
  const [, day, time = '00:00', fraction = '', zone = 'Z'] = match;
  const ms = Date.parse(`${day}T${time}${zone.toUpperCase()}`);
  if (Number.isNaN(ms)) return undefined;
  return BigInt(ms) * NS_PER_MS + BigInt(fraction.padEnd(9, '0'));
}

/** A moment in UTC, to the nanosecond where it has any: `2026-01-12T06:00:00.365Z`. */
export function momentText(ns: bigint): string {
  const ms = ns >= 0n ? ns / NS_PER_MS : (ns - NS_PER_MS + 1n) / NS_PER_MS;
  const rest = ns - ms * NS_PER_MS;
  const text = new Date(Number(ms)).toISOString();
  return rest === 0n ? text : `${text.slice(0, -1)}${String(rest).padStart(6, '0').replace(/0+$/, '')}Z`;
}
