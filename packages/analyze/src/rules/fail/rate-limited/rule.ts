import { headerEvidence } from '../../../failures/failure-evidence.ts';
import { endMs } from '../../../failures/given-up.ts';
import { isRateLimited, rateLimitOf, retryAfterS } from '../../../failures/rate-limit.ts';
import { hostTroubles, type StatusTrouble } from '../../../failures/status-troubles.ts';
import type { CaptureView } from '../../../findings/capture-view.ts';
import type { Severity } from '../../../findings/finding.ts';
import type { Rule } from '../../../findings/rule.ts';

/**
 * Finds requests that a service refused because there were too many (429, or 400, 403 and 503 whose words say so), says how long it asks to wait, what its limit is, and
 * whether the client asked again too early; once a host, whose limit it is. A warning: services expect clients to cope.
 * Information where the same requests succeeded later, as they should; an error where many did not.
 * Spec: RFC 6585 §4 (429); RFC 9110 §10.2.3 (Retry-After); RateLimit header fields for HTTP (draft of the HTTPAPI group).
 */
export const rateLimited: Rule<'fail/rate-limited'> = {
  meta: {
    id: 'fail/rate-limited',
    severity: 'warning',
    class: 'proven',
    knowledgeId: 'status/429',
    supersedes: ['fail/http-4xx', 'fail/http-5xx'],
  },
  *detect(view) {
    for (const trouble of hostTroubles(
      view,
      (_, { exchange }) => isRateLimited(exchange),
      () => '',
    )) {
      const [{ exchange }] = trouble.failures;
      const { limit, resetS } = rateLimitOf(exchange);
      const waitS = retryAfterS(exchange) ?? resetS;
      yield {
        entries: trouble.entries,
        evidence: [
          ...trouble.evidence,
          ...headerEvidence(exchange, 'response', 'retry-after'),
          ...headerEvidence(exchange, 'response', 'ratelimit-limit'),
          ...headerEvidence(exchange, 'response', 'x-ratelimit-limit'),
        ],
        facts: {
          ...trouble.facts,
          ...(waitS === undefined ? {} : { waitS }),
          ...(limit === undefined ? {} : { limit }),
          tooEarly: isAskedTooEarly(view, trouble),
        },
        severity: severityOf(trouble),
      };
    }
  },
};

/** From here on the client does not cope: what the person wanted is not done. */
const MANY = 3;

function severityOf({ healed, failures }: StatusTrouble): Severity {
  if (healed) return 'info';
  return failures.length >= MANY ? 'error' : 'warning';
}

/** Whether the same was asked again before the time that the answer named was over. */
function isAskedTooEarly(view: CaptureView, { failures }: StatusTrouble): boolean {
  return failures.some(({ row, exchange }, at) => {
    const next = failures[at + 1];
    const waitS = retryAfterS(exchange);
    if (next === undefined || waitS === undefined) return false;
    return view.startMs(next.row) - endMs(view, row) < waitS * 1000;
  });
}
