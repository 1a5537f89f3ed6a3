import { networkTroubles } from '../../../failures/network-troubles.ts';
import type { Rule } from '../../../findings/rule.ts';

/**
 * Finds hosts that refused the connection, once a host: something answers under the address, and nothing listens on the port,
 * or a firewall says so in its place.
 * Milder: helpers on the machine itself (`localhost`), which pages ask whether they are installed.
 * Spec: Chromium net_error_list.h, ERR_CONNECTION_REFUSED; RFC 9293 §3.5.2 (reset instead of an answer).
 */
export const refused: Rule<'fail/refused'> = {
  meta: {
    id: 'fail/refused',
    severity: 'error',
    class: 'proven',
    knowledgeId: 'network/refused',
    supersedes: ['fail/network'],
  },
  *detect(view) {
    for (const { entries, evidence, facts, severity, class: certainty } of networkTroubles(
      view,
      'refused',
      'host',
    ))
      yield { entries, evidence, facts, severity, class: certainty };
  },
};
