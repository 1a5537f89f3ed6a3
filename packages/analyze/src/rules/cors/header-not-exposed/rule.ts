import { checkOrigin } from '../../../cors/allow-origin.ts';
import { isSameOrigin } from '../../../cors/origin.ts';
import { allowedNames } from '../../../cors/preflight-check.ts';
import type { Exchange } from '../../../exchange/exchange.ts';
import { fieldValue } from '../../../exchange/field-value.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import { headerEvidence, statusEvidence } from '../../../failures/failure-evidence.ts';
import type { Rule } from '../../../findings/rule.ts';

/** What a page needs to cope with a failure, and may read only where the answer says so. Fetch standard, CORS-safelisted response-header name. */
const needed = ['retry-after', 'trackingid', 'x-tracking-id', 'x-request-id', 'x-correlation-id'] as const;

/**
 * Finds failed answers to pages of another origin with Retry-After or a tracking id that Access-Control-Expose-Headers does
 * not list: the page may read the answer, but not that field, so it retries blindly or shows an error without its id.
 * Quiet on answers that succeeded (nobody reads it there), on those of the page's own origin, and where a tracking id went
 * out with the request: the page knows it. One finding a host and field. Spec: Fetch standard, HTTP response header syntax.
 */
export const headerNotExposed: Rule<'cors/header-not-exposed'> = {
  meta: { id: 'cors/header-not-exposed', severity: 'warning', class: 'strong', knowledgeId: 'cors/overview' },
  *detect(view) {
    const groups = new Map<string, [Exchange, ...Exchange[]]>();
    for (const { exchange, reading, row } of view.failures) {
      if (reading === 'cors' || reading === 'network' || reading === 'pending') continue;
      for (const name of hiddenFields(exchange)) {
        const key = JSON.stringify([view.host(row), name]);
        const known = groups.get(key);
        if (known === undefined) groups.set(key, [exchange]);
        else known.push(exchange);
      }
    }
    for (const [key, group] of groups) {
      const [first] = group;
      const [, name] = JSON.parse(key) as [string, string];
      yield {
        entries: group.map(({ entry }) => entry.index),
        evidence: [
          ...headerEvidence(first, 'response', name, 'cause'),
          ...headerEvidence(first, 'response', 'access-control-expose-headers'),
          statusEvidence(first.entry.index, 'context'),
        ],
        facts: {
          ...exchangeFacts(first, group.length),
          header: spelling(first, name),
          status: first.entry.response.status ?? 0,
        },
      };
    }
  },
};

function hiddenFields({ entry }: Exchange): string[] {
  const { request, response } = entry;
  const origin = fieldValue(request.headers, 'origin');
  if ((response.status ?? 0) < 400 || origin === undefined || isSameOrigin(origin, request.url)) return [];
  if (checkOrigin(response.headers, origin, false) !== undefined) return [];
  const exposed = allowedNames(response.headers, 'access-control-expose-headers').names.map((name) =>
    name.toLowerCase(),
  );
  if (exposed.includes('*')) return [];
  return needed.filter(
    (name) =>
      fieldValue(response.headers, name) !== undefined &&
      fieldValue(request.headers, name) === undefined &&
      !exposed.includes(name),
  );
}

/** As the answer writes it. */
function spelling({ entry }: Exchange, name: string): string {
  return entry.response.headers.find((field) => field.name.toLowerCase() === name)?.name ?? name;
}
