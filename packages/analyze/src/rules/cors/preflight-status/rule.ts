import { alike } from '../../../failures/alike.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { FailureOf } from '../../../failures/failure.ts';
import type { Rule } from '../../../findings/rule.ts';
import { answerOf, originOf, refusalClass, refusalEntries, refusalEvidence } from '../refusal.ts';

/**
 * Finds preflights that allow the origin and fail by their status all the same; the request was never sent. Request and
 * preflight are one finding. Spec: Fetch standard, CORS-preflight fetch, step 7: only 200 to 299 counts.
 */
export const preflightStatus: Rule<'cors/preflight-status'> = {
  meta: { id: 'cors/preflight-status', severity: 'error', class: 'proven', knowledgeId: 'cors/overview' },
  *detect(view) {
    const failures = view.failures.filter(
      (failure) => failure.reading === 'cors' && failure.verdict?.reason === 'PreflightInvalidStatus',
    ) as FailureOf<'cors'>[];
    const statusOf = (failure: FailureOf<'cors'>) => answerOf(failure, view)?.entry.response.status ?? 0;
    for (const group of alike(failures, (failure) => String(statusOf(failure)))) {
      const [first] = group;
      yield {
        entries: refusalEntries(group),
        evidence: refusalEvidence(first, view),
        facts: {
          ...exchangeFacts(first.exchange, group.length),
          reason: 'PreflightInvalidStatus',
          status: statusOf(first),
          origin: originOf(first, view) ?? '?',
        },
        class: refusalClass(first),
      };
    }
  },
};
