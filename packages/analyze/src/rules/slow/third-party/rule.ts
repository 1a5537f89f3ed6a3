import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { ColumnView } from '../../../findings/capture-view.ts';
import { oncePerCapture } from '../../../findings/once-per-capture.ts';
import { ownSitesOf, siteOf } from '../../../findings/relevance.ts';
import type { Rule } from '../../../findings/rule.ts';
import { endMs, ordinaryRows } from '../../../slow/sound.ts';

/** A page that is loaded within a second is not slow, whoever took the time. */
const LOAD_MS = 1000;
/** Nearly a third of the load spent on others alone. */
const SHARE = 0.3;
const MAX_OPENED = 200;

/**
 * Finds pages whose load waited for others: scripts and styles of other sites were loading, and nothing of the own site was,
 * for more than 30 % of the time until `onLoad`.
 * Quiet on: pages without `onLoad` in the capture, captures without a document, other sites beside own work.
 */
export const thirdParty: Rule<'slow/third-party'> = {
  meta: { id: 'slow/third-party', severity: 'info', class: 'strong', knowledgeId: 'timing/third-party' },
  opens: (view) => pageLoads(view).flatMap(({ others }) => others.slice(0, MAX_OPENED)),
  *detect(view) {
    for (const { loadMs, aloneMs, others } of pageLoads(view)) {
      const longest = [...others].sort(
        (a, b) =>
          (view.durationMs(b) ?? 0) - (view.durationMs(a) ?? 0) || view.position(a) - view.position(b),
      );
      const [exchange] = longest.flatMap((row) => view.exchange(row) ?? []);
      if (exchange === undefined || aloneMs < SHARE * loadMs) continue;
      const sites = new Set(others.map((row) => siteOf(view.host(row))));
      yield {
        entries: longest.filter((row) => view.exchange(row) !== undefined).slice(0, 20),
        explains: longest,
        evidence: [{ entry: exchange.entry.index, pointer: '/time', role: 'cause' }],
        facts: {
          ...exchangeFacts(exchange, 1),
          sites: sites.size,
          aloneMs: Math.round(aloneMs),
          loadMs: Math.round(loadMs),
        },
      };
    }
  },
};

interface PageLoad {
  readonly loadMs: number;
  /** How long only others were loading. */
  readonly aloneMs: number;
  readonly others: readonly number[];
}

const pageLoads = oncePerCapture((view: ColumnView): readonly PageLoad[] => {
  const own = ownSitesOf(view);
  if (own.size === 0) return [];
  return view.capture.log.pages.flatMap(({ startEpochMs, onLoadMs }) => {
    if (startEpochMs === undefined || onLoadMs === undefined || onLoadMs < LOAD_MS) return [];
    const untilMs = startEpochMs + onLoadMs;
    const rows = ordinaryRows(view).filter(
      (row) => view.startMs(row) >= startEpochMs && view.startMs(row) < untilMs,
    );
    const isOwn = (row: number) => own.has(siteOf(view.host(row)));
    const others = rows.filter(
      (row) => !isOwn(row) && /^(?:script|stylesheet)$/.test(view.resourceType(row)),
    );
    const spans = (list: readonly number[]) =>
      list.map((row) => [view.startMs(row), Math.min(endMs(view, row), untilMs)] as const);
    const aloneMs =
      coveredMs(spans([...others, ...rows.filter(isOwn)])) - coveredMs(spans(rows.filter(isOwn)));
    return [{ loadMs: onLoadMs, aloneMs, others }];
  });
});

/** How much of the clock the spans cover together; sorted by their start. */
function coveredMs(spans: readonly (readonly [number, number])[]): number {
  let covered = 0;
  let reached = Number.NEGATIVE_INFINITY;
  for (const [from, to] of [...spans].sort(([a], [b]) => a - b)) {
    covered += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return covered;
}
