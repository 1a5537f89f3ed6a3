import type { Sink } from '../io.ts';
import { cutEnd } from './width.ts';

/** Shorter work than this needs no bar; the eye calls it immediate. */
const showAfterMs = 300;
/** A bar that moves more often is read no better and costs writes. */
const redrawEveryMs = 100;
const barCells = 24;

/** A line on standard error that says how far long work is. Silent unless that is a terminal. */
export interface Progress {
  /** `fraction` 0…1; `label` is what is said beside the bar, ours and without captured text. */
  update(fraction: number, label: string): void;
  /** Takes the line away; to be called before anything else is printed. */
  clear(): Promise<void>;
}

export function startProgress(sink: Sink, clock: () => number): Progress {
  const startedMs = clock();
  let drawnMs = Number.NEGATIVE_INFINITY;
  let shown = false;
  let ended = false;
  return {
    update(fraction, label) {
      const nowMs = clock();
      if (ended || !sink.isTerminal || nowMs - startedMs < showAfterMs || nowMs - drawnMs < redrawEveryMs)
        return;
      drawnMs = nowMs;
      shown = true;
      const filled = Math.round(Math.min(Math.max(fraction, 0), 1) * barCells);
      const line = `${'█'.repeat(filled)}${'░'.repeat(barCells - filled)} ${label}`;
      // A full last column would wrap and leave a line behind.
      void sink.write(`\r${cutEnd(line, (sink.columns ?? 80) - 1)}\x1b[K`).catch(() => {});
    },
    async clear() {
      ended = true;
      if (!shown) return;
      shown = false;
      await sink.write('\r\x1b[K');
    },
  };
}
