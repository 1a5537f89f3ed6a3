import { failedWith } from '../../../block/stopped.ts';
import { alike } from '../../../failures/alike.ts';
import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import { networkErrorEvidence, statusEvidence } from '../../../failures/failure-evidence.ts';
import type { Rule } from '../../../findings/rule.ts';

/**
 * Finds requests that a policy of the browser's administrator forbids (URL block list of managed browsers).
 * Quiet on: extensions and other blocks in the browser. Source: Chromium's net_error_list.h.
 */
export const byAdministrator: Rule<'block/by-administrator'> = {
  meta: {
    id: 'block/by-administrator',
    severity: 'error',
    class: 'proven',
    knowledgeId: 'network/blocked',
    supersedes: ['fail/network'],
  },
  *detect(view) {
    for (const group of alike(
      failedWith(view, /BY_ADMINISTRATOR|BLOCKED_ENROLLMENT/),
      ({ code }) => code ?? '',
    )) {
      const [{ row, exchange, code }] = group;
      yield {
        entries: group.map((failure) => failure.row),
        evidence: [...networkErrorEvidence(exchange), statusEvidence(row)],
        facts: { ...exchangeFacts(exchange, group.length), code },
      };
    }
  },
};
