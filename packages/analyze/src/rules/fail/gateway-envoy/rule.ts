import { headerEvidence } from '../../../failures/failure-evidence.ts';
import { envoyCauseOf } from '../../../failures/gateway-words.ts';
import { statusTroubles } from '../../../failures/status-troubles.ts';
import type { Rule } from '../../../findings/rule.ts';

/**
 * Finds answers that Envoy (Istio, and gateways built on it) gave in place of the service behind it, by the sentences that it
 * writes then: no healthy instance, no connection, a connection that broke, no answer in time. The service's own logs may know
 * nothing of the request; the gateway's do.
 * A warning when the same request succeeded within a minute.
 * Spec: Envoy, access log response flags UH, UF, UC, UR, UT, UO, UPE, FI.
 */
export const gatewayEnvoy: Rule<'fail/gateway-envoy'> = {
  meta: {
    id: 'fail/gateway-envoy',
    severity: 'error',
    class: 'proven',
    knowledgeId: 'gateway/envoy',
    supersedes: ['fail/gateway-timeout', 'fail/http-5xx'],
  },
  needs: ['response-bodies'],
  *detect(view) {
    const isWanted = (status: number) => status >= 500;
    for (const trouble of statusTroubles(view, isWanted, ({ exchange }) => envoyCauseOf(exchange) ?? '')) {
      const [{ exchange }] = trouble.failures;
      const cause = envoyCauseOf(exchange);
      if (cause === undefined) continue;
      yield {
        entries: trouble.entries,
        evidence: [...trouble.evidence, ...headerEvidence(exchange, 'response', 'server')],
        facts: { ...trouble.facts, cause },
        ...(trouble.healed ? { severity: 'warning' as const } : {}),
      };
    }
  },
};
