import type { Rule } from '../../../findings/rule.ts';

/** Chrome writes requests in the order in which they ended; a second is more than that order moves them. */
const MOVED_MS = 1000;

/**
 * Finds captures whose entries stand in another order than that of their start, by more than a second, or that have
 * negative durations: merged, edited or written by a tool. Harrier sorts and repairs; other viewers may not.
 */
export const outOfOrder: Rule<'capture/out-of-order'> = {
  meta: { id: 'capture/out-of-order', severity: 'info', class: 'proven', knowledgeId: 'capture/order' },
  *detect(view) {
    const { timeMs } = view.index.columns;
    let latestMs = Number.NEGATIVE_INFINITY;
    let moved = 0;
    let negative = 0;
    for (let row = 0; row < view.index.length; row++) {
      const startMs = view.startMs(row);
      if (startMs < latestMs - MOVED_MS) moved++;
      latestMs = Math.max(latestMs, startMs);
      // Requests in flight have no duration yet, and Chrome writes a negative one.
      if ((timeMs[row] as number) < 0 && view.outcome(row) !== 'pending') negative++;
    }
    if (moved > 0 || negative > 0) yield { entries: [], evidence: [], facts: { moved, negative } };
  },
};
