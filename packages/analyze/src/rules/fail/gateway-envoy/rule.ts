import { headerEvidence } from '../../../failures/failure-evidence.ts';
import { envoyCauseOf } from '../../../failures/gateway-words.ts';
import { isBodyMissing } from '../../../failures/is-body-missing.ts';
import { type FailedStatus, hostTroubles } from '../../../failures/status-troubles.ts';
import type { Rule } from '../../../findings/rule.ts';

/**
 * Finds answers that Envoy (Istio, and gateways built on it) gave in place of the service behind it, by the sentences that it
 * writes then: no healthy instance, no connection, a connection that broke, no answer in time. The service's own logs may know
 * nothing of the request; the gateway's do. Once a host and cause.
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
  wants: (view) =>
    view.failures.some(({ reading, exchange }) => reading === 'server' && isBodyMissing(exchange))
      ? ['response-bodies']
      : [],
  *detect(view) {
    const isWanted = (status: number, { exchange }: FailedStatus) =>
      status >= 500 && envoyCauseOf(exchange) !== undefined;
    for (const trouble of hostTroubles(view, isWanted, ({ exchange }) => envoyCauseOf(exchange) ?? '')) {
      const [{ exchange }] = trouble.failures;
      const cause = envoyCauseOf(exchange);
      if (cause === undefined) continue;
      yield {
        entries: trouble.entries,
        evidence: [...trouble.evidence, ...headerEvidence(exchange, 'response', 'server')],
        facts: { ...trouble.facts, cause },
        ...(trouble.minor ? { severity: 'warning' as const } : {}),
      };
    }
  },
};
