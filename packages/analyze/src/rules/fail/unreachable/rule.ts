import { networkTroubles } from '../../../failures/network-troubles.ts';
import type { Rule } from '../../../findings/rule.ts';

/**
 * Finds hosts to which there is no way, once a host: no route, or a rule on the machine that forbids it.
 * Spec: Chromium net_error_list.h, ERR_ADDRESS_UNREACHABLE, ERR_NETWORK_ACCESS_DENIED; RFC 792 (destination unreachable).
 */
export const unreachable: Rule<'fail/unreachable'> = {
  meta: {
    id: 'fail/unreachable',
    severity: 'error',
    class: 'proven',
    knowledgeId: 'network/unreachable',
    supersedes: ['fail/network'],
  },
  *detect(view) {
    for (const { entries, evidence, facts, severity, class: certainty } of networkTroubles(
      view,
      'unreachable',
      'host',
    ))
      yield { entries, evidence, facts, severity, class: certainty };
  },
};
