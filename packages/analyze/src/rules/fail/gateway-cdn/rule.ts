import { headerEvidence } from '../../../failures/failure-evidence.ts';
import { cdnAnswerOf } from '../../../failures/gateway-words.ts';
import { type FailedStatus, hostTroubles } from '../../../failures/status-troubles.ts';
import type { Rule } from '../../../findings/rule.ts';

/**
 * Finds errors that a content network answered in place of the server behind it, says what it says of that server, and the
 * number under which its operator finds the request.
 * Quiet on: errors of the server itself that a content network merely passed on.
 * Spec: Cloudflare, 5xx errors (520 to 530); Amazon CloudFront, error responses; Akamai, reference numbers.
 */
export const gatewayCdn: Rule<'fail/gateway-cdn'> = {
  meta: {
    id: 'fail/gateway-cdn',
    severity: 'error',
    class: 'proven',
    knowledgeId: 'gateway/cdn',
    supersedes: ['fail/gateway-timeout', 'fail/http-5xx'],
  },
  *detect(view) {
    const isWanted = (status: number, { exchange }: FailedStatus) =>
      status >= 500 && cdnAnswerOf(exchange) !== undefined;
    const troubleIn = ({ exchange }: FailedStatus) => cdnAnswerOf(exchange)?.trouble ?? '';
    for (const trouble of hostTroubles(view, isWanted, troubleIn)) {
      const [{ exchange }] = trouble.failures;
      const answer = cdnAnswerOf(exchange);
      if (answer === undefined) continue;
      yield {
        entries: trouble.entries,
        evidence: [
          ...trouble.evidence,
          ...['server', 'cf-ray', 'x-amz-cf-id', 'x-azure-ref'].flatMap((name) =>
            headerEvidence(exchange, 'response', name),
          ),
        ],
        facts: { ...trouble.facts, ...answer },
        ...(trouble.minor ? { severity: 'warning' as const } : {}),
      };
    }
  },
};
