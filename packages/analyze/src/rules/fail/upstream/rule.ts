import { alike } from '../../../failures/alike.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import { errorTextEvidence, headerEvidence, statusEvidence } from '../../../failures/failure-evidence.ts';
import type { Rule } from '../../../findings/rule.ts';

/**
 * Finds 5xx answers whose text shows that somebody behind the service failed: it begins with another status
 * (`502 … "400: Invalid product"`), or names a provider that the exchange itself mentions. Who answered is then not who can
 * mend it. Strong, not proven: the sentence is the service's word for it.
 */
export const upstream: Rule<'fail/upstream'> = {
  meta: { id: 'fail/upstream', severity: 'error', class: 'strong', knowledgeId: 'status/upstream' },
  *detect(view) {
    const failures = view.failures.filter((failure) => failure.reading === 'upstream');
    const groups = alike(failures, ({ row, exchange }) =>
      JSON.stringify([
        exchange.entry.response.status,
        exchange.error?.text,
        view.healedBy(row) === undefined,
      ]),
    );
    for (const group of groups) {
      const [{ row, exchange, party, upstreamStatus }] = group;
      const healed = view.healedBy(row) !== undefined;
      yield {
        entries: group.map((failure) => failure.row),
        evidence: [
          ...errorTextEvidence(exchange),
          statusEvidence(row),
          ...headerEvidence(exchange, 'response', 'x-envoy-upstream-service-time'),
        ],
        facts: {
          ...exchangeFacts(exchange, group.length),
          status: exchange.entry.response.status ?? 0,
          errorText: exchange.error?.text ?? '',
          ...(upstreamStatus === undefined ? {} : { upstreamStatus }),
          ...(party === undefined ? {} : { party }),
          healed,
        },
        ...(healed ? { severity: 'warning' as const } : {}),
      };
    }
  },
};
