import { isSignInUrl } from '../../../auth/sign-in.ts';
import { redirectChains, redirectTarget } from '../../../chains/redirects.ts';
import type { Exchange } from '../../../exchange/exchange.ts';
import { fieldValue } from '../../../exchange/field-value.ts';
import { urlPlace } from '../../../exchange/path-template.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import { headerEvidence, statusEvidence } from '../../../failures/failure-evidence.ts';
import type { CaptureView } from '../../../findings/capture-view.ts';
import type { Rule } from '../../../findings/rule.ts';

/**
 * Finds requests for data that were redirected to a sign-in: the session is over, and the page gets a sign-in page (or a CORS error
 * from its host) where it asked for data. What became of the redirect belongs to the same finding.
 * Quiet about documents, which may be redirected to sign in, and about requests that ask the sign-in service itself.
 */
export const redirectToLogin: Rule<'auth/redirect-to-login'> = {
  meta: {
    id: 'auth/redirect-to-login',
    severity: 'error',
    class: 'strong',
    knowledgeId: 'auth/refused',
    supersedes: [
      'cors/missing-allow-origin',
      'cors/allow-origin-mismatch',
      'cors/suspected',
      'fail/network',
      'fail/redirect-loop',
      'auth/unauthorized',
    ],
  },
  *detect(view) {
    const groups = new Map<string, { exchange: Exchange; rows: number[]; target: string; starts: number }>();
    for (const { hops, target: end } of redirectChains(view)) {
      const at = hops.findIndex((row) => isBounce(view.exchange(row)));
      const row = hops[at];
      const exchange = row === undefined ? undefined : view.exchange(row);
      const target = redirectTarget(exchange);
      if (row === undefined || exchange === undefined || target === undefined) continue;
      const rows = [row, ...hops.slice(at + 1), ...(end === undefined ? [] : [end])];
      const place = urlPlace(target);
      // A session that is over is over for every call: one trouble.
      const key = JSON.stringify([view.host(row), place, isHealed(view, row)]);
      const known = groups.get(key);
      if (known === undefined)
        groups.set(key, { exchange, rows, target: place.host + place.path, starts: 1 });
      else {
        known.rows.push(...rows);
        known.starts++;
      }
    }
    for (const { exchange, rows, target, starts } of groups.values()) {
      const row = exchange.entry.index;
      const healed = isHealed(view, row);
      yield {
        entries: [...new Set(rows)],
        evidence: [statusEvidence(row), ...headerEvidence(exchange, 'response', 'location', 'cause')],
        facts: {
          ...exchangeFacts(exchange, starts),
          status: exchange.entry.response.status ?? 0,
          target,
          healed,
        },
        ...(healed ? { severity: 'warning' as const } : {}),
      };
    }
  },
};

function isBounce(exchange: Exchange | undefined): boolean {
  if (exchange === undefined) return false;
  const { request, resourceType = '' } = exchange.entry;
  const target = redirectTarget(exchange);
  if (target === undefined || !isSignInUrl(target) || isSignInUrl(request.url)) return false;
  if (resourceType === 'xhr' || resourceType === 'fetch') return true;
  const mode = fieldValue(request.headers, 'sec-fetch-dest') ?? '';
  const wantsJson = /json/.test(fieldValue(request.headers, 'accept') ?? '');
  return resourceType === '' && (mode === 'empty' || (mode === '' && wantsJson));
}

/** A person who signs in takes a while, and comes back to the same page. */
const HEALED_WITHIN_MS = 120_000;

/** The same request was answered later, on the columns alone: redirects are no failures, so nobody looked for it. */
function isHealed(view: CaptureView, row: number): boolean {
  const { status, urlLength } = view.index.columns;
  return view.rowsByStart.slice(view.position(row) + 1).some((other) => {
    const code = status[other] as number;
    return (
      code >= 200 &&
      code < 300 &&
      view.host(other) === view.host(row) &&
      view.method(other) === view.method(row) &&
      urlLength[other] === urlLength[row] &&
      view.resourceType(other) === view.resourceType(row) &&
      view.startMs(other) - view.startMs(row) <= HEALED_WITHIN_MS
    );
  });
}
