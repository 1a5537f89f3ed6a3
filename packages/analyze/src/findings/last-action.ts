import type { ColumnView } from './capture-view.ts';
import { type Relevance, relevanceOf } from './relevance.ts';

/** What a person did last takes effect within half a minute. A judgement. */
const AFTERMATH_MS = 30_000;
const BEFORE_THE_LAST_ACTION = 0.35;
/** A report says "about half past nine". */
const CASE_MS = 5 * 60_000;
const FAR_FROM_THE_CASE = 0.35;

/**
 * Relevance with time: what followed the person's last action (a page that was opened, or something that was changed)
 * comes before what happened earlier; and where it is known when it went wrong, that time counts more.
 */
export function timelyRelevance(view: ColumnView, caseEpochMs?: number): Relevance {
  const relevance = relevanceOf(view);
  const lastMs = lastActionMs(view, relevance);
  return (row) => {
    const startMs = view.startMs(row);
    if (caseEpochMs !== undefined)
      return relevance(row) * (Math.abs(startMs - caseEpochMs) <= CASE_MS ? 1 : FAR_FROM_THE_CASE);
    return relevance(row) * (startMs >= lastMs ? 1 : BEFORE_THE_LAST_ACTION);
  };
}

/** When the last action may have begun to take effect. People stop recording soon after what they wanted to show. */
function lastActionMs(view: ColumnView, relevance: Relevance): number {
  for (let at = view.rowsByStart.length - 1; at >= 0; at--) {
    const row = view.rowsByStart[at] as number;
    const isAction =
      view.resourceType(row) === 'document' ||
      (/^(?:POST|PUT|PATCH|DELETE)$/.test(view.method(row)) &&
        /^(?:xhr|fetch)$/.test(view.resourceType(row)) &&
        relevance(row) >= 0.8);
    if (isAction) return view.startMs(row) - AFTERMATH_MS;
  }
  return Number.NEGATIVE_INFINITY;
}
