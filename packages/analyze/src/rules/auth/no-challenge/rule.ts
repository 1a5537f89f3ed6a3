import { fieldPosition } from '../../../exchange/field-value.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { FailureOf } from '../../../failures/failure.ts';
import { statusEvidence } from '../../../failures/failure-evidence.ts';
import { isPreflight } from '../../../failures/is-preflight.ts';
import type { Rule } from '../../../findings/rule.ts';
import { refusals, statusOf } from '../refused.ts';

/**
 * Finds 401 answers without WWW-Authenticate, which has to say how to sign in. Many services leave it out on purpose, so that
 * browsers show no dialogue; it matters to clients that look for the scheme there. One finding a host.
 * Quiet where the page found its way (the same request succeeded soon after) and where the answer's fields were not captured. Spec: RFC 9110 §11.6.1, §15.5.2 (MUST).
 */
export const noChallenge: Rule<'auth/no-challenge'> = {
  meta: { id: 'auth/no-challenge', severity: 'warning', class: 'proven', knowledgeId: 'auth/refused' },
  *detect(view) {
    const byHost = new Map<string, [FailureOf<'auth'>, ...FailureOf<'auth'>[]]>();
    for (const failure of refusals(view)) {
      const { entry } = failure.exchange;
      if (statusOf(failure) !== 401 || isPreflight(entry) || entry.response.headers.length === 0) continue;
      if (view.healedBy(failure.row) !== undefined) continue;
      if (fieldPosition(entry.response.headers, 'www-authenticate') >= 0) continue;
      const host = view.host(failure.row);
      const known = byHost.get(host);
      if (known === undefined) byHost.set(host, [failure]);
      else known.push(failure);
    }
    for (const group of byHost.values()) {
      const [{ row, exchange }] = group;
      yield {
        entries: group.map((failure) => failure.row),
        evidence: [statusEvidence(row, 'cause')],
        facts: exchangeFacts(exchange, group.length),
      };
    }
  },
};
