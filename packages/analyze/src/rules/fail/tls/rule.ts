import { networkTroubles } from '../../../failures/network-troubles.ts';
import { tlsFaultOf } from '../../../failures/tls-fault.ts';
import type { Rule } from '../../../findings/rule.ts';

/**
 * Finds hosts to which no secure connection was made, once a host, and says what was wrong: the certificate's dates, name or
 * issuer, or the handshake itself. The request was never sent.
 * Not a certificate that the browser should have shown (`auth/client-certificate`).
 * Spec: Chromium net_error_list.h, ERR_CERT_… and ERR_SSL_…; RFC 5280 §6; RFC 9110 §4.3.4.
 */
export const tls: Rule<'fail/tls'> = {
  meta: {
    id: 'fail/tls',
    severity: 'error',
    class: 'proven',
    knowledgeId: 'network/tls',
    supersedes: ['fail/network'],
  },
  *detect(view) {
    for (const trouble of networkTroubles(view, 'tls', 'host')) {
      const { entries, evidence, facts, severity } = trouble;
      yield {
        entries,
        evidence,
        facts: { ...facts, fault: tlsFaultOf(facts.code ?? '') },
        severity,
        class: trouble.class,
      };
    }
  },
};
