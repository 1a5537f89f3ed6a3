import type { ColumnView } from '../findings/capture-view.ts';
import { oncePerCapture } from '../findings/once-per-capture.ts';
import { rowsAbove } from '../findings/row-selection.ts';
import { SLOW_MS } from './slow.ts';
import { ordinaryRows } from './sound.ts';

/** With fewer other answers a quartile is a guess. */
const SAMPLES = 8;
/** A wait this many times the host's upper quartile is unusual for this host; what is usual there is no news. */
const TIMES_QUARTILE = 4;

/** What a host's answers usually take, in ms. */
export interface HostWait {
  /** A wait from here on is long for this host. */
  readonly longFromMs: number;
  /** The median of the others; undefined where they are too few. */
  readonly usualMs?: number;
}

/**
 * From when on the wait of a row is long, by the other answers of its host. A host that is slow as a whole (upper quartile
 * of a second and more) sets no standard for itself: there everything from a second on is long.
 */
export function hostWait(view: ColumnView, row: number): HostWait {
  const waits = waitsByHost(view).get(view.host(row)) ?? new Float64Array(0);
  const own = waits.indexOf(view.index.columns.wait[row] as number);
  const others = waits.length - (own < 0 ? 0 : 1);
  if (others < SAMPLES) return { longFromMs: SLOW_MS };
  const other = (at: number): number => waits[own >= 0 && at >= own ? at + 1 : at] ?? 0;
  const quartile = other(Math.floor(others * 0.75));
  const longFromMs = quartile >= SLOW_MS ? SLOW_MS : Math.max(SLOW_MS, TIMES_QUARTILE * quartile);
  return { longFromMs, usualMs: Math.round(other(Math.floor(others / 2))) };
}

/** Sorted. Answers of caches and what is meant to last say nothing about the host. */
const waitsByHost = oncePerCapture((view: ColumnView): ReadonlyMap<string, Float64Array> => {
  const byHost = new Map<string, number[]>();
  const { wait } = view.index.columns;
  for (const row of rowsAbove(ordinaryRows(view), wait, 0)) {
    const waitMs = wait[row] as number;
    const waits = byHost.get(view.host(row));
    if (waits === undefined) byHost.set(view.host(row), [waitMs]);
    else waits.push(waitMs);
  }
  // Numbers of a typed array are sorted without asking for an order at each step.
  return new Map([...byHost].map(([host, waits]) => [host, Float64Array.from(waits).sort()]));
});
