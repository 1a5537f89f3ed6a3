import { allowedNames, requestedHeaders } from '../../../cors/preflight-check.ts';
import type { Exchange } from '../../../exchange/exchange.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import { headerEvidence } from '../../../failures/failure-evidence.ts';
import { isPreflight } from '../../../failures/is-preflight.ts';
import type { Rule } from '../../../findings/rule.ts';
import { openedPreflights, preflightSample } from '../preflight-sample.ts';

/**
 * Finds preflights that allow Authorization only by `Access-Control-Allow-Headers: *`. Browsers let it through today and warn
 * that they will not: the Fetch standard asks for the name itself. One finding a host.
 * Information only: measured on Chromium 156, the request works. Spec: Fetch standard, CORS non-wildcard request-header name.
 */
export const authorizationWildcard: Rule<'cors/authorization-wildcard'> = {
  meta: {
    id: 'cors/authorization-wildcard',
    severity: 'info',
    class: 'proven',
    knowledgeId: 'cors/overview',
  },
  opens: preflightSample,
  *detect(view) {
    const byHost = new Map<string, [Exchange, ...Exchange[]]>();
    for (const exchange of openedPreflights(view)) {
      const row = exchange.entry.index;
      if (!isPreflight(exchange.entry) || !reliesOnWildcard(exchange)) continue;
      const known = byHost.get(view.host(row));
      if (known === undefined) byHost.set(view.host(row), [exchange]);
      else known.push(exchange);
    }
    for (const group of byHost.values()) {
      const [first] = group;
      yield {
        entries: group.map(({ entry }) => entry.index),
        evidence: [
          ...headerEvidence(first, 'response', 'access-control-allow-headers', 'cause'),
          ...headerEvidence(first, 'request', 'access-control-request-headers'),
        ],
        facts: exchangeFacts(first, group.length),
      };
    }
  },
};

function reliesOnWildcard({ entry }: Exchange): boolean {
  const { status = 0, headers } = entry.response;
  if (status < 200 || status > 299 || !requestedHeaders(entry.request.headers).includes('authorization'))
    return false;
  const allowed = allowedNames(headers, 'access-control-allow-headers').names.map((name) =>
    name.toLowerCase(),
  );
  return allowed.includes('*') && !allowed.includes('authorization');
}
