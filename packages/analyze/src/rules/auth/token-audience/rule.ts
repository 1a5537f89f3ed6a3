import { tokenOf } from '../../../auth/jwt.ts';
import { shownText } from '../../../cors/allow-origin.ts';
import { alike } from '../../../failures/alike.ts';
import { errorFacts, exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { FailureOf } from '../../../failures/failure.ts';
import { errorTextEvidence, statusEvidence } from '../../../failures/failure-evidence.ts';
import type { Rule } from '../../../findings/rule.ts';
import { refusals, statusOf } from '../refused.ts';

/**
 * Finds refusals (401, 403) that speak of the token's audience or issuer, and shows what the token itself says: it was made for
 * another service, or by another sign-in. Needs a JSON web token that can be read; its claims `aud` and `iss` stay readable
 * when a capture is sanitized. Spec: RFC 7519 §4.1.1, §4.1.3; RFC 9068 §4.
 */
export const tokenAudience: Rule<'auth/token-audience'> = {
  meta: {
    id: 'auth/token-audience',
    severity: 'error',
    class: 'strong',
    knowledgeId: 'auth/refused',
    supersedes: ['auth/unauthorized', 'auth/scope-missing'],
  },
  *detect(view) {
    const told = refusals(view).filter((failure) => claimOf(failure) !== undefined);
    for (const group of alike(told, (failure) =>
      JSON.stringify([claimOf(failure), failure.exchange.error?.text]),
    )) {
      const [first] = group;
      const { row, exchange } = first;
      const found = claimOf(first);
      if (found === undefined) continue;
      yield {
        entries: group.map((failure) => failure.row),
        evidence: [
          {
            entry: row,
            pointer: `/request/headers/${tokenOf(exchange.entry)?.at ?? 0}/value`,
            role: 'cause',
          },
          statusEvidence(row),
          ...errorTextEvidence(exchange),
        ],
        facts: {
          ...exchangeFacts(exchange, group.length),
          status: statusOf(first),
          ...found,
          errorText: errorFacts(exchange).errorText ?? '',
        },
        ...(view.healedBy(row) === undefined ? {} : { severity: 'warning' as const }),
      };
    }
  },
};

function claimOf(
  failure: FailureOf<'auth'>,
): { readonly claim: 'aud' | 'iss'; readonly value: string } | undefined {
  const { error, entry } = failure.exchange;
  const text = error === undefined || error.family === 'network' ? '' : error.text;
  const claim = /audience|\baud\b/i.test(text) ? 'aud' : /\bissuer\b|\biss\b/i.test(text) ? 'iss' : undefined;
  if (claim === undefined || ![401, 403].includes(statusOf(failure))) return undefined;
  const claims = tokenOf(entry)?.claims;
  const value = claim === 'aud' ? claims?.aud?.join(', ') : claims?.iss;
  return value === undefined ? undefined : { claim, value: shownText(value) };
}
