import type { QueuePlace } from '@harrier/knowledge';
import type { Exchange } from '../../../exchange/exchange.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { CaptureView, ColumnView } from '../../../findings/capture-view.ts';
import { oncePerCapture } from '../../../findings/once-per-capture.ts';
import { greatestFirst, rowsAbove } from '../../../findings/row-selection.ts';
import type { Rule } from '../../../findings/rule.ts';
import { groupedBy } from '../../../slow/by-place.ts';
import { isSlow } from '../../../slow/slow.ts';
import { endMs, isSound, ordinaryRows } from '../../../slow/sound.ts';
import { stalledMs } from '../../../slow/stalled.ts';

/** Chrome queues everything for some milliseconds; a tenth of a second is felt (Nielsen). */
const QUEUED_MS = 100;
/** Half of a slow request's time: it had not even left. */
const STALLED_SHARE = 0.5;
const MAX_OPENED = 300;
const NEARBY_ROWS = 200;

/**
 * Finds requests that the browser held back: queued for their priority (`_blocked_queueing` above 100 ms, information only,
 * browsers do that on purpose), or stalled for half of a slow request's time without the limit of six connections.
 * Quiet on: failed requests, whose whole time Chrome books here; requests that waited for a connection which another one
 * was opening; time that went into a proxy; entries without timing data, whose whole time stands here, too.
 */
export const queueing: Rule<'slow/queueing'> = {
  meta: { id: 'slow/queueing', severity: 'info', class: 'proven', knowledgeId: 'timing/stalled' },
  needs: ['timings'],
  opens: (view) => longestBlocked(view),
  *detect(view) {
    const held = longestBlocked(view)
      .filter((row) => isSound(view, row))
      .flatMap((row) => view.exchange(row) ?? []);
    const placed = held.flatMap((exchange) => {
      const place = placeOf(view, exchange);
      return place === undefined ? [] : [{ exchange, place }];
    });
    for (const group of groupedBy(placed, ({ exchange, place }) => place + view.host(exchange.entry.index))) {
      const [{ exchange, place }] = group;
      const { index, timings } = exchange.entry;
      const queuedMs = place === 'queue' ? (timings.blockedQueueing ?? 0) : stalledMs(timings);
      const pointer = place === 'queue' ? '/timings/_blocked_queueing' : '/timings/blocked';
      yield {
        entries: group.map((one) => one.exchange.entry.index),
        evidence: [{ entry: index, pointer, role: 'cause' }],
        facts: {
          ...exchangeFacts(exchange, group.length),
          timeMs: Math.round(view.durationMs(index) ?? 0),
          queuedMs: Math.round(queuedMs),
          place,
        },
        ...(place === 'stalled' ? { severity: 'warning' as const } : {}),
      };
    }
  },
};

const longestBlocked = oncePerCapture((view: ColumnView): readonly number[] => {
  const { blocked } = view.index.columns;
  return greatestFirst(rowsAbove(ordinaryRows(view), blocked, QUEUED_MS), blocked, MAX_OPENED);
});

function placeOf(view: CaptureView, { entry }: Exchange): QueuePlace | undefined {
  const { index, timings } = entry;
  if ((timings.blockedQueueing ?? 0) > QUEUED_MS) return 'queue';
  const outsideMs = stalledMs(timings) - (timings.blockedProxy ?? 0);
  // Without timing data Chrome books the whole life of a request here.
  if (!((timings.wait ?? 0) > 0)) return undefined;
  const isHalf = isSlow(view, index) && outsideMs >= STALLED_SHARE * (view.durationMs(index) ?? 0);
  return isHalf && !waitedForConnection(view, index) ? 'stalled' : undefined;
}

/** Another request was opening the connection to this host while this one stood by. */
function waitedForConnection(view: ColumnView, row: number): boolean {
  const { blocked, connect } = view.index.columns;
  const from = view.startMs(row);
  const to = from + (blocked[row] as number);
  for (let far = -NEARBY_ROWS; far <= NEARBY_ROWS; far++) {
    const other = view.rowsByStart[view.position(row) + far];
    if (other === undefined || other === row || view.host(other) !== view.host(row)) continue;
    if ((connect[other] as number) > 0 && view.startMs(other) < to && endMs(view, other) > from) return true;
  }
  return false;
}
