import type { EntryIndex } from '../entry-index/entry-index.ts';
import { entryDurationMs } from './entry-duration.ts';

/** The time axis of a capture, and where each row stands on it. */
export interface CaptureSpan {
  /** Half-open [startEpochMs, endEpochMs); both 0 when no row has a date. */
  readonly startEpochMs: number;
  readonly endEpochMs: number;
  /** Start of each row, ms since 1970; a row without a usable date stands where the row before it does. */
  readonly rowStartEpochMs: Float64Array;
  /** Rows without a usable date: "time unknown". */
  readonly undatedRows: readonly number[];
  /** Rows that go on beyond the axis: draw them as cut. */
  readonly clippedRows: readonly number[];
}

/** From HTTP/1.0's year on: earlier is a clock at zero (1970) or .NET's "never" (year 1), later than 2100 is rubbish. */
const plausibleEpochMs = { from: Date.UTC(1996, 0, 1), to: Date.UTC(2100, 0, 1) };

const dayMs = 86_400_000;

/**
 * A start this far from the capture's middle is a broken clock, however far the others are spread; a capture
 * of several days, or a case's captures from one month joined together, stays whole.
 */
const nearbyMs = 31 * dayMs;

/** A request of more than a week says nothing about how long the axis should be; beyond a year it has no duration at all. */
const longestBelievedMs = 7 * dayMs;

/** What the axis shows beyond the last start at least: a slow request of ten minutes is still whole. */
const shortestTailMs = 600_000;

/**
 * The time axis of a capture, which no single impossible number can blow up. It begins at the first
 * plausible start and ends with the last row, but at most the longest of ten minutes, the spread of the starts and
 * three times the 99th percentile of durations after the last start. Rows may be in any order.
 */
export function captureSpan(index: EntryIndex): CaptureSpan {
  const { rowStartEpochMs, undatedRows } = placeRows(index);
  if (undatedRows.length === index.length) {
    return { startEpochMs: 0, endEpochMs: 0, rowStartEpochMs, undatedRows, clippedRows: [] };
  }
  let startEpochMs = Number.POSITIVE_INFINITY;
  let lastStartMs = Number.NEGATIVE_INFINITY;
  for (const start of rowStartEpochMs) {
    if (start < startEpochMs) startEpochMs = start;
    if (start > lastStartMs) lastStartMs = start;
  }
  const durations = new Float64Array(index.length);
  let longestMs = 0;
  for (let row = 0; row < index.length; row++) {
    const duration = entryDurationMs(index, row) ?? 0;
    durations[row] = duration;
    if (duration > longestMs && duration <= longestBelievedMs) longestMs = duration;
  }
  const leastTailMs = Math.max(shortestTailMs, lastStartMs - startEpochMs);
  // In most captures nothing goes on for longer, and what is usual need not be known: sorting takes longer than all else here.
  const tailMs = longestMs <= leastTailMs ? leastTailMs : Math.max(leastTailMs, usualTailMs(durations));
  const limitMs = lastStartMs + tailMs;

  let endEpochMs = lastStartMs;
  const clippedRows: number[] = [];
  for (let row = 0; row < index.length; row++) {
    const duration = durations[row] as number;
    const end = (rowStartEpochMs[row] as number) + duration;
    if (duration > longestBelievedMs || end > limitMs) clippedRows.push(row);
    else if (end > endEpochMs) endEpochMs = end;
  }
  // Rows that go on are drawn up to the limit, unless their length says nothing at all.
  if (clippedRows.some((row) => (durations[row] as number) <= longestBelievedMs)) endEpochMs = limitMs;
  return { startEpochMs, endEpochMs, rowStartEpochMs, undatedRows, clippedRows };
}

/** What 99 % of the rows take, three times. */
function usualTailMs(durations: Float64Array): number {
  return 3 * quantile(durations.filter((duration) => duration <= longestBelievedMs).sort(), 0.99);
}

function placeRows(index: EntryIndex): { rowStartEpochMs: Float64Array; undatedRows: number[] } {
  const starts = index.columns.startEpochMs;
  const isPlausible = plausibleStart(starts.subarray(0, index.length));
  const rowStartEpochMs = new Float64Array(index.length);
  const undatedRows: number[] = [];
  let previous: number | undefined;
  for (let row = 0; row < index.length; row++) {
    const start = starts[row] as number;
    if (isPlausible(start)) previous = start;
    else undatedRows.push(row);
    rowStartEpochMs[row] = previous ?? Number.NaN;
  }
  // Rows before the first date stand where it stands.
  const dated = rowStartEpochMs.find((start) => !Number.isNaN(start)) ?? 0;
  for (let row = 0; row < index.length && Number.isNaN(rowStartEpochMs[row]); row++) {
    rowStartEpochMs[row] = dated;
  }
  return { rowStartEpochMs, undatedRows };
}

/** Within HTTP's years, and within a month of the median, or three times the distance that 95 % of the rows keep. */
function plausibleStart(starts: Float64Array): (start: number) => boolean {
  const isPossible = (start: number) => start >= plausibleEpochMs.from && start < plausibleEpochMs.to;
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const start of starts) {
    if (!isPossible(start)) continue;
    if (start < first) first = start;
    if (start > last) last = start;
  }
  // No start is farther from the middle of all than the last one is from the first.
  if (last - first <= nearbyMs) return isPossible;
  const sorted = starts.filter(isPossible).sort();
  const median = quantile(sorted, 0.5);
  const distances = sorted.map((start) => Math.abs(start - median)).sort();
  const reachMs = Math.max(nearbyMs, 3 * quantile(distances, 0.95));
  return (start) => isPossible(start) && Math.abs(start - median) <= reachMs;
}

/** Nearest rank at or below; 0 for nothing. */
function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}
