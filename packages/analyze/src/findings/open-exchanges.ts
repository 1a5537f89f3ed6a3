import type { Capture } from '@harrier/har';
import { NO_RANGE } from '@harrier/har';
import { type Exchange, LatestBodies, MAX_BODY_BYTES, openExchange } from '../exchange/exchange.ts';
import type { ColumnView } from './capture-view.ts';
import { wasLookedThrough } from './looked-through.ts';

/** How much the analysis may open. What goes beyond it is told, not silently left out. */
export interface OpenBudget {
  /** Default 2,000: opened and looked at by every rule, each costs some tenths of a millisecond. */
  readonly entries: number;
  /** Bytes of entries and of the parts of their bodies that are read; default 64 MiB. They stay in memory while rules run. */
  readonly bytes: number;
}

export const defaultBudget: OpenBudget = { entries: 2000, bytes: 64 * 1024 * 1024 };

export interface OpenedExchanges {
  readonly exchanges: ReadonlyMap<number, Exchange>;
  /** Rows that some rule asked for and the budget left closed. */
  readonly leftClosed: number;
}

/**
 * Opens the wanted rows once, in the file's order. Where the budget does not reach, failed rows go first, then the ones
 * whose bodies look suspicious, then the rest.
 */
export async function openExchanges(
  capture: Capture,
  view: ColumnView,
  wanted: ReadonlySet<number>,
  budget: OpenBudget,
  signal?: AbortSignal,
): Promise<OpenedExchanges> {
  const chosen = choose(view, wanted, budget);
  const exchanges = new Map<number, Exchange>();
  const latest = new LatestBodies();
  for (const row of chosen) {
    signal?.throwIfAborted();
    exchanges.set(
      row,
      await openExchange(capture, row, wasLookedThrough(view, row) ? 'no-error' : 'nothing', latest),
    );
  }
  return { exchanges, leftClosed: wanted.size - chosen.length };
}

function choose(view: ColumnView, wanted: ReadonlySet<number>, budget: OpenBudget): number[] {
  const byNeed: [number[], number[], number[]] = [[], [], []];
  for (const row of view.rowsByStart) if (wanted.has(row)) byNeed[need(view, row)].push(row);
  const chosen: number[] = [];
  let bytes = 0;
  for (const row of byNeed.flat()) {
    if (chosen.length >= budget.entries) break;
    const size = costBytes(view, row);
    // One huge entry must not shut out the small ones behind it.
    if (bytes + size > budget.bytes) continue;
    bytes += size;
    chosen.push(row);
  }
  return chosen.sort((a, b) => a - b);
}

/** 0: it failed; 1: its body looks suspicious; 2: the rest. */
function need(view: ColumnView, row: number): 0 | 1 | 2 {
  const outcome = view.outcome(row);
  if (outcome !== 'answered' && outcome !== 'unknown') return 0;
  return view.marks(row).failure || view.marks(row).denial ? 1 : 2;
}

function costBytes(view: ColumnView, row: number): number {
  const { entryLength, contentLength, postDataLength } = view.index.columns;
  const bodies = [contentLength[row] as number, postDataLength[row] as number].filter(
    (length) => length !== NO_RANGE,
  );
  const whole = bodies.reduce((sum, length) => sum + length, 0);
  const read = bodies.reduce((sum, length) => sum + Math.min(length, MAX_BODY_BYTES), 0);
  return (entryLength[row] as number) - whole + read;
}
