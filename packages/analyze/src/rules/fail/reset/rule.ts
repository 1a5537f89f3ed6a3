import { networkTroubles } from '../../../failures/network-troubles.ts';
import type { Rule } from '../../../findings/rule.ts';

/**
 * Finds requests whose connection was broken off: reset or closed before the answer was whole, or the stream of an HTTP/2 or
 * HTTP/3 connection ended against the protocol. The service may have seen the request, so its logs are worth a search.
 * A warning when the same request was answered within a minute: one broken connection is daily life.
 * Spec: Chromium net_error_list.h, ERR_CONNECTION_RESET, ERR_CONNECTION_CLOSED, ERR_HTTP2_PROTOCOL_ERROR; RFC 9113 §5.4.
 */
export const reset: Rule<'fail/reset'> = {
  meta: {
    id: 'fail/reset',
    severity: 'error',
    class: 'proven',
    knowledgeId: 'network/reset',
    supersedes: ['fail/network'],
  },
  *detect(view) {
    for (const { entries, evidence, facts, severity, class: certainty } of networkTroubles(view, 'reset'))
      yield { entries, evidence, facts, severity, class: certainty };
  },
};
