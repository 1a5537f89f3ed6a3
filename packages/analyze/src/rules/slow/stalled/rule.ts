import type { Exchange } from '../../../exchange/exchange.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { ColumnView } from '../../../findings/capture-view.ts';
import type { Rule } from '../../../findings/rule.ts';
import { isSlow } from '../../../slow/slow.ts';

/** Half of the time: the request had not even left. */
const STALLED_SHARE = 0.5;
/** Browsers open six connections to one host over HTTP/1.x. Measured in Chromium; Firefox has the same default. */
const CONNECTIONS_PER_HOST = 6;
const MAX_OPENED = 200;
/** Rows looked at before and after for others that were running. */
const NEARBY_ROWS = 400;

/**
 * Finds slow requests (1 s and up) that spent half of their time before they were sent (`blocked`: queueing, stalled, proxy).
 * Over HTTP/1.x with six others running to the same host, the browser's limit is the reason; else its priorities, a proxy,
 * or a busy machine. Chrome books the wait for a connection as Stalled, not as Queueing (measured), so both count here.
 * Spec: HAR 1.2 timings.
 */
export const stalled: Rule<'slow/stalled'> = {
  meta: { id: 'slow/stalled', severity: 'warning', class: 'proven', knowledgeId: 'timing/stalled' },
  needs: ['timings'],
  *opens(view) {
    yield* longestStalled(view).slice(0, MAX_OPENED);
  },
  *detect(view) {
    const byHost = new Map<string, [Exchange, ...Exchange[]]>();
    const failed = new Set(view.failures.map(({ row }) => row));
    for (const row of longestStalled(view)) {
      const exchange = failed.has(row) ? undefined : view.exchange(row);
      if (exchange === undefined) continue;
      const group = byHost.get(view.host(row));
      if (group === undefined) byHost.set(view.host(row), [exchange]);
      else group.push(exchange);
    }
    for (const group of byHost.values()) {
      const [longest] = group;
      const { index, request, response } = longest.entry;
      const concurrent = runningBeside(view, index);
      const version = (response.httpVersion ?? request.httpVersion ?? '').toLowerCase();
      yield {
        entries: group.map(({ entry }) => entry.index),
        evidence: [
          { entry: index, pointer: '/timings/blocked', role: 'cause' },
          { entry: index, pointer: '/time', role: 'symptom' },
        ],
        facts: {
          ...exchangeFacts(longest, group.length),
          timeMs: Math.round(view.durationMs(index) ?? 0),
          stalledMs: Math.round(view.index.columns.blocked[index] as number),
          concurrent,
          connectionLimit: concurrent >= CONNECTIONS_PER_HOST && version.startsWith('http/1'),
        },
      };
    }
  },
};

function longestStalled(view: ColumnView): number[] {
  const { blocked } = view.index.columns;
  return view.rowsByStart
    .filter(
      (row) => isSlow(view, row) && (blocked[row] as number) >= STALLED_SHARE * (view.durationMs(row) ?? 0),
    )
    .sort((a, b) => (blocked[b] as number) - (blocked[a] as number));
}

/** How many other requests to the same host were running when this one began to wait. */
function runningBeside(view: ColumnView, row: number): number {
  const start = view.startMs(row);
  let running = 0;
  for (let far = -NEARBY_ROWS; far <= NEARBY_ROWS; far++) {
    const other = view.rowsByStart[view.position(row) + far];
    if (other === undefined || other === row || view.host(other) !== view.host(row)) continue;
    const from = view.startMs(other);
    if (from <= start && from + (view.durationMs(other) ?? 0) > start) running++;
  }
  return running;
}
