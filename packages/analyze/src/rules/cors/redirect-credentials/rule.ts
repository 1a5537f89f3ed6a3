import { originOfUrl } from '../../../cors/origin.ts';
import { fieldValue } from '../../../exchange/field-value.ts';
import { alike } from '../../../failures/alike.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { FailureOf } from '../../../failures/failure.ts';
import { headerEvidence, networkErrorEvidence, statusEvidence } from '../../../failures/failure-evidence.ts';
import type { Rule } from '../../../findings/rule.ts';
import { originOf, refusalClass } from '../refusal.ts';

/**
 * Finds redirects to an address with a user name or a password in it (`https://user:…@host/`): browsers do not follow those for a page
 * of another origin. Shows where they lead, never what stands before the `@`.
 * Spec: Fetch standard, HTTP-redirect fetch, steps on URLs that include credentials.
 */
export const redirectCredentials: Rule<'cors/redirect-credentials'> = {
  meta: { id: 'cors/redirect-credentials', severity: 'error', class: 'proven', knowledgeId: 'cors/overview' },
  *detect(view) {
    const failures = view.failures.filter(
      (failure) => failure.reading === 'cors' && failure.verdict?.reason === 'RedirectContainsCredentials',
    ) as FailureOf<'cors'>[];
    for (const group of alike(failures, (failure) => targetOf(failure))) {
      const [first] = group;
      yield {
        entries: group.map(({ row }) => row),
        evidence: [
          ...headerEvidence(first.exchange, 'response', 'location', 'cause'),
          statusEvidence(first.row, 'context'),
          ...networkErrorEvidence(first.exchange, 'symptom'),
        ],
        facts: {
          ...exchangeFacts(first.exchange, group.length),
          reason: 'RedirectContainsCredentials',
          status: first.exchange.entry.response.status ?? 0,
          origin: originOf(first, view) ?? '?',
          target: targetOf(first),
        },
        class: refusalClass(first),
      };
    }
  },
};

function targetOf({ exchange }: FailureOf<'cors'>): string {
  return originOfUrl(fieldValue(exchange.entry.response.headers, 'location') ?? '') ?? '?';
}
