import { networkTroubles } from '../../../failures/network-troubles.ts';
import type { Rule } from '../../../findings/rule.ts';

/**
 * Finds hosts whose name could not be turned into an address, once a host. The request never left the machine, so no log of the
 * service knows of it.
 * Milder: names that count or decorate a page for somebody else, which blocking name servers do not resolve on purpose.
 * Spec: Chromium net_error_list.h, ERR_NAME_NOT_RESOLVED and its neighbours.
 */
export const dns: Rule<'fail/dns'> = {
  meta: {
    id: 'fail/dns',
    severity: 'error',
    class: 'proven',
    knowledgeId: 'network/dns',
    supersedes: ['fail/network'],
  },
  *detect(view) {
    for (const { entries, evidence, facts, severity, class: certainty } of networkTroubles(
      view,
      'dns',
      'host',
    ))
      yield { entries, evidence, facts, severity, class: certainty };
  },
};
