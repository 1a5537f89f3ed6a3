import { networkTroubles } from '../../../failures/network-troubles.ts';
import type { Rule } from '../../../findings/rule.ts';

/**
 * Finds requests after which the server closed the connection without a byte of an answer: it crashed, restarted, or gave up.
 * A warning when the same request was answered within a minute.
 * Spec: Chromium net_error_list.h, ERR_EMPTY_RESPONSE.
 */
export const empty: Rule<'fail/empty'> = {
  meta: {
    id: 'fail/empty',
    severity: 'error',
    class: 'proven',
    knowledgeId: 'network/empty',
    supersedes: ['fail/network'],
  },
  *detect(view) {
    for (const { entries, evidence, facts, severity, class: certainty } of networkTroubles(view, 'empty'))
      yield { entries, evidence, facts, severity, class: certainty };
  },
};
