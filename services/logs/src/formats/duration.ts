import type { DurationUnit } from './log-format.ts';

const MS_PER: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ms: 1,
  s: 1000,
  sec: 1000,
  m: 60_000,
  h: 3_600_000,
};

/** Milliseconds of a duration as a line gives it; undefined for `-` and all that is none. */
export function durationMs(text: string, unit: DurationUnit): number | undefined {
  const plain = /^\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : undefined;
  if (plain !== undefined) return rounded(plain * (MS_PER[unit] ?? 1));
  // `1m2.5s`, `12ms`: as Go prints them, whatever unit the format promises.
  const parts = [...text.slice(0, 64).matchAll(/(\d+(?:\.\d+)?) ?(ns|us|µs|μs|ms|sec|s|m|h)/g)];
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== text) return undefined;
  return rounded(parts.reduce((sum, part) => sum + Number(part[1]) * MS_PER[part[2]!]!, 0));
}

/** Products of decimal fractions end in noise; below a nanosecond nothing was measured. */
function rounded(ms: number): number {
  return Math.round(ms * 1e6) / 1e6;
}
