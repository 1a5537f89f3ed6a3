import type { Exchange } from '../../../exchange/exchange.ts';
import { fieldValue } from '../../../exchange/field-value.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import { statusEvidence } from '../../../failures/failure-evidence.ts';
import { isPreflight } from '../../../failures/is-preflight.ts';
import type { CaptureView } from '../../../findings/capture-view.ts';
import type { Rule } from '../../../findings/rule.ts';
import { openedPreflights, preflightSample } from '../preflight-sample.ts';

/** So many preflights for one URL and method cost more than they protect. A judgement: two or three are a page and its reload. */
const REPEATED = 5;

/**
 * Finds preflights that are sent again and again for one path because the answer lacks Access-Control-Max-Age: without it
 * browsers remember it for 5 seconds only. Each costs a round trip before the request.
 * Quiet where the browser's cache was switched off (DevTools does that, and sends every preflight again), and where the
 * answer names a time, which browsers cap at two hours or less. Spec: Fetch standard, CORS-preflight cache.
 */
export const repeatedPreflights: Rule<'cors/repeated-preflights'> = {
  meta: {
    id: 'cors/repeated-preflights',
    severity: 'warning',
    class: 'proven',
    knowledgeId: 'cors/overview',
  },
  opens: preflightSample,
  *detect(view) {
    const groups = new Map<string, [Exchange, ...Exchange[]]>();
    for (const exchange of openedPreflights(view)) {
      if (!isForgotten(exchange)) continue;
      const { request } = exchange.entry;
      const asked = fieldValue(request.headers, 'access-control-request-method') ?? '';
      const key = JSON.stringify([request.url.replace(/[?#].*$/s, ''), asked]);
      const known = groups.get(key);
      if (known === undefined) groups.set(key, [exchange]);
      else known.push(exchange);
    }
    for (const group of groups.values()) {
      if (group.length < REPEATED) continue;
      const [first] = group;
      yield {
        entries: group.map(({ entry }) => entry.index),
        evidence: group.slice(0, REPEATED).map(({ entry }) => statusEvidence(entry.index, 'context')),
        facts: { ...exchangeFacts(first, group.length), preflightMs: wholeMs(group, view) },
      };
    }
  },
};

function isForgotten({ entry }: Exchange): boolean {
  const { status = 0, headers } = entry.response;
  return (
    isPreflight(entry) &&
    status >= 200 &&
    status <= 299 &&
    fieldValue(headers, 'access-control-max-age') === undefined &&
    !/no-cache|no-store/i.test(fieldValue(entry.request.headers, 'cache-control') ?? '')
  );
}

function wholeMs(group: readonly Exchange[], view: CaptureView): number {
  return Math.round(group.reduce((sum, { entry }) => sum + (view.durationMs(entry.index) ?? 0), 0));
}
