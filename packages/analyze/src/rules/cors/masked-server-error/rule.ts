import { alike } from '../../../failures/alike.ts';
import { errorFacts, exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { FailureOf } from '../../../failures/failure.ts';
import {
  errorTextEvidence,
  networkErrorEvidence,
  statusEvidence,
} from '../../../failures/failure-evidence.ts';
import type { Rule } from '../../../findings/rule.ts';
import { isMasked, originOf, refusalClass } from '../refusal.ts';

/**
 * Finds failed answers (status 400 up) that the browser's console reports as a CORS error, because error pages of gateways lack
 * the permission that the service itself would have sent: the status is the cause, the CORS error its symptom. One finding
 * for both. Spec: Fetch standard, CORS check; RFC 9110 §15.6.
 */
export const maskedServerError: Rule<'cors/masked-server-error'> = {
  meta: { id: 'cors/masked-server-error', severity: 'error', class: 'proven', knowledgeId: 'cors/overview' },
  *detect(view) {
    const failures = view.failures.filter(
      (failure) => failure.reading === 'cors' && isMasked(failure),
    ) as FailureOf<'cors'>[];
    const groups = alike(failures, ({ exchange, verdict }) =>
      JSON.stringify([exchange.entry.response.status, exchange.error?.text, verdict?.reason]),
    );
    for (const group of groups) {
      const [first] = group;
      const { row, exchange, verdict } = first;
      const { errorText } = errorFacts(exchange);
      yield {
        entries: group.map((failure) => failure.row),
        evidence: [
          statusEvidence(row, 'cause'),
          ...errorTextEvidence(exchange),
          ...networkErrorEvidence(exchange, 'symptom'),
        ],
        facts: {
          ...exchangeFacts(exchange, group.length),
          reason: verdict?.reason ?? 'MissingAllowOriginHeader',
          status: exchange.entry.response.status ?? 0,
          ...(errorText === undefined ? {} : { errorText }),
          origin: originOf(first, view) ?? '?',
        },
        class: refusalClass(first),
      };
    }
  },
};
