import type { Exchange } from '../../../exchange/exchange.ts';
import { fieldPosition } from '../../../exchange/field-value.ts';
import { headerEvidence } from '../../../failures/failure-evidence.ts';
import { statusTroubles } from '../../../failures/status-troubles.ts';
import type { Rule } from '../../../findings/rule.ts';

/** Fields that make a request depend on what the thing is now. RFC 9110 §13.1. */
const conditions = ['if-match', 'if-unmodified-since', 'if-none-match', 'if-modified-since'] as const;

/**
 * Finds changes that do not fit what is there now: in use or existing already (409), changed by somebody since it was read
 * (412), or sent without the condition that the service wants (428). A warning: services expect clients to read again and
 * retry; nobody's data was lost.
 * Spec: RFC 9110 §15.5.10, §15.5.13, §13.1; RFC 6585 §3.
 */
export const conflict: Rule<'fail/conflict'> = {
  meta: {
    id: 'fail/conflict',
    severity: 'warning',
    class: 'proven',
    knowledgeId: 'status/conflict',
    supersedes: ['fail/http-4xx'],
  },
  *detect(view) {
    for (const trouble of statusTroubles(
      view,
      (status) => status === 409 || status === 412 || status === 428,
    )) {
      const [{ exchange }] = trouble.failures;
      const condition = conditionOf(exchange);
      yield {
        entries: trouble.entries,
        evidence: [
          ...trouble.evidence,
          ...(condition === undefined ? [] : headerEvidence(exchange, 'request', condition.toLowerCase())),
        ],
        facts: { ...trouble.facts, ...(condition === undefined ? {} : { condition }) },
      };
    }
  },
};

/** The name of the condition that went along, in its usual letters. */
function conditionOf({ entry }: Exchange): string | undefined {
  const found = conditions.find((name) => fieldPosition(entry.request.headers, name) >= 0);
  return found?.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
}
