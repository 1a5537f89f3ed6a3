import type { Exchange } from '../../../exchange/exchange.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { ColumnView } from '../../../findings/capture-view.ts';
import { oncePerCapture } from '../../../findings/once-per-capture.ts';
import { greatestFirst, rowsAbove } from '../../../findings/row-selection.ts';
import type { Rule } from '../../../findings/rule.ts';
import { groupedBy } from '../../../slow/by-place.ts';
import { endMs, isSound, ordinaryRows } from '../../../slow/sound.ts';
import { stalledMs } from '../../../slow/stalled.ts';

/** Below that a free connection was found at once. */
const STALLED_MS = 100;
/** Half of what Sentry calls an HTTP/1.1 overhead (500 ms): below it nobody notices. */
const NOTICED_MS = 250;
/** Browsers open six connections to one host over HTTP/1.x. Measured in Chromium; Firefox has the same default. */
const CONNECTIONS_PER_HOST = 6;
/** A waiting request leaves as soon as another one has ended; clocks of the two agree this well. */
const LEFT_AFTER_MS = 60;
const MAX_OPENED = 300;
/** Rows looked at before and after for others that were running. */
const NEARBY_ROWS = 400;

/**
 * Finds requests over HTTP/1.x that waited for a free connection: six others to the same host were running when they came,
 * and they left when one of those ended. Chrome books this wait as Stalled, not as Queueing (measured).
 * Quiet on: HTTP/2 and 3, stalls with fewer beside them, requests that opened a connection of their own.
 */
export const sixConnections: Rule<'slow/six-connections'> = {
  meta: {
    id: 'slow/six-connections',
    severity: 'warning',
    class: 'proven',
    knowledgeId: 'timing/stalled',
    supersedes: ['slow/queueing'],
  },
  needs: ['timings'],
  opens: (view) => candidates(view),
  *detect(view) {
    const waiting = candidates(view)
      .filter((row) => isSound(view, row))
      .flatMap((row) => view.exchange(row) ?? [])
      .filter((exchange) => isHttp1(exchange) && stalledMs(exchange.entry.timings) > STALLED_MS);
    for (const group of groupedBy(waiting, ({ entry }) => view.host(entry.index))) {
      const [longest] = group;
      const { index, timings } = longest.entry;
      yield {
        entries: group.map(({ entry }) => entry.index),
        // Those that held the connections, however slow they are themselves.
        explains: runningBeside(view, index),
        evidence: [{ entry: index, pointer: '/timings/blocked', role: 'cause' }],
        facts: {
          ...exchangeFacts(longest, group.length),
          stalledMs: Math.round(stalledMs(timings)),
          concurrent: runningBeside(view, index).length,
        },
        ...(stalledMs(timings) < NOTICED_MS ? { severity: 'info' as const } : {}),
      };
    }
  },
};

function isHttp1({ entry }: Exchange): boolean {
  const version = entry.response.httpVersion ?? entry.request.httpVersion ?? '';
  return /^http\/1/i.test(version);
}

/** Longest wait first. */
const candidates = oncePerCapture((view: ColumnView): readonly number[] => {
  const { blocked, connect } = view.index.columns;
  const waited = rowsAbove(ordinaryRows(view), blocked, STALLED_MS).filter(
    (row) => !((connect[row] as number) > 0),
  );
  return greatestFirst(waited, blocked, MAX_OPENED).filter((row) => {
    const others = runningBeside(view, row);
    if (others.length < CONNECTIONS_PER_HOST) return false;
    const leftMs = view.startMs(row) + (blocked[row] as number);
    return others.some((other) => Math.abs(endMs(view, other) - leftMs) <= LEFT_AFTER_MS);
  });
});

/** Other requests to the same host that were running when this one began to wait. */
function runningBeside(view: ColumnView, row: number): number[] {
  const start = view.startMs(row);
  const running: number[] = [];
  for (let far = -NEARBY_ROWS; far <= NEARBY_ROWS; far++) {
    const other = view.rowsByStart[view.position(row) + far];
    if (other === undefined || other === row || view.host(other) !== view.host(row)) continue;
    // Those sent in the same breath may have been dated a moment later.
    if (view.startMs(other) <= start + 1 && endMs(view, other) > start) running.push(other);
  }
  return running;
}
