import { headerEvidence } from '../../../failures/failure-evidence.ts';
import { statusTroubles } from '../../../failures/status-troubles.ts';
import type { Rule } from '../../../findings/rule.ts';

/**
 * Finds answers of 500 up that the service answers for itself (where it passes on somebody else's failure, `fail/upstream`
 * says so; where a gateway speaks in its place, `fail/gateway-…`): its logs of that tracking id say why.
 * A warning when the same request succeeded within a minute. Spec: RFC 9110 §15.6.
 */
export const http5xx: Rule<'fail/http-5xx'> = {
  meta: { id: 'fail/http-5xx', severity: 'error', class: 'proven', knowledgeId: 'status/5xx' },
  *detect(view) {
    for (const { failures, entries, evidence, facts, minor } of statusTroubles(
      view,
      (status) => status >= 500,
    )) {
      const [{ exchange }] = failures;
      yield {
        entries,
        evidence: [...evidence, ...headerEvidence(exchange, 'response', 'server')],
        facts,
        ...(minor ? { severity: 'warning' as const } : {}),
      };
    }
  },
};
