import { alike } from '../../../failures/alike.ts';
import { errorFacts, exchangeFacts } from '../../../failures/exchange-facts.ts';
import { errorTextEvidence, headerEvidence, statusEvidence } from '../../../failures/failure-evidence.ts';
import { isBodyMissing } from '../../../failures/is-body-missing.ts';
import type { Rule } from '../../../findings/rule.ts';

/**
 * Finds answers of 500 up that the service answers for itself (where it passes on somebody else's failure, `fail/upstream`
 * says so): its logs of that tracking id say why.
 * A warning when the same request succeeded within a minute. Spec: RFC 9110 §15.6.
 */
export const http5xx: Rule<'fail/http-5xx'> = {
  meta: { id: 'fail/http-5xx', severity: 'error', class: 'proven', knowledgeId: 'status/5xx' },
  *detect(view) {
    const failures = view.failures.filter((failure) => failure.reading === 'server');
    const groups = alike(failures, ({ row, exchange }) =>
      JSON.stringify([
        exchange.entry.response.status,
        exchange.error?.text,
        view.healedBy(row) === undefined,
      ]),
    );
    for (const group of groups) {
      const [{ row, exchange }] = group;
      const healed = view.healedBy(row) !== undefined;
      yield {
        entries: group.map((failure) => failure.row),
        evidence: [
          statusEvidence(row),
          ...errorTextEvidence(exchange),
          ...headerEvidence(exchange, 'response', 'server'),
        ],
        facts: {
          ...exchangeFacts(exchange, group.length),
          status: exchange.entry.response.status ?? 0,
          ...errorFacts(exchange),
          healed,
          bodyMissing: isBodyMissing(exchange),
        },
        ...(healed ? { severity: 'warning' as const } : {}),
      };
    }
  },
};
