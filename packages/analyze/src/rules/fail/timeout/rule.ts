import { networkTroubles } from '../../../failures/network-troubles.ts';
import type { Rule } from '../../../findings/rule.ts';

/**
 * Finds hosts that did not answer in time below HTTP, once a host: packets that a firewall drops without a word look like this.
 * Not the page's own limit (`fail/aborted-by-timeout`), and not a gateway's (`fail/gateway-timeout`).
 * Spec: Chromium net_error_list.h, ERR_CONNECTION_TIMED_OUT, ERR_TIMED_OUT.
 */
export const timeout: Rule<'fail/timeout'> = {
  meta: {
    id: 'fail/timeout',
    severity: 'error',
    class: 'proven',
    knowledgeId: 'network/timeout',
    supersedes: ['fail/network'],
  },
  *detect(view) {
    for (const { entries, evidence, facts, severity, class: certainty } of networkTroubles(
      view,
      'timeout',
      'host',
    ))
      yield { entries, evidence, facts, severity, class: certainty };
  },
};
