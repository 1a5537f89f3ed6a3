import { exchangeFacts } from '../../../failures/exchange-facts.ts';
import type { FailureOf } from '../../../failures/failure.ts';
import { networkErrorEvidence } from '../../../failures/failure-evidence.ts';
import type { Rule } from '../../../findings/rule.ts';

/**
 * Finds that the machine lost its network, or changed to another one, while requests were under way. One finding for all of
 * them: it is the machine's connection that failed, not the services'.
 * A warning when each of them was answered after all: after sleep, or on the way into the lift, pages ask again.
 * Spec: Chromium net_error_list.h, ERR_INTERNET_DISCONNECTED, ERR_NETWORK_CHANGED, ERR_NETWORK_IO_SUSPENDED.
 */
export const offline: Rule<'fail/offline'> = {
  meta: {
    id: 'fail/offline',
    severity: 'error',
    class: 'proven',
    knowledgeId: 'network/offline',
    supersedes: ['fail/network'],
  },
  *detect(view) {
    const failures = view.failures.filter(
      (failure): failure is FailureOf<'network'> =>
        failure.reading === 'network' && failure.network === 'offline',
    );
    const [first] = failures;
    if (first === undefined) return;
    const healed = failures.every(({ row }) => view.healedBy(row) !== undefined);
    yield {
      entries: failures.map(({ row }) => row),
      evidence: failures.slice(0, 3).flatMap(({ exchange }) => networkErrorEvidence(exchange)),
      facts: {
        ...exchangeFacts(first.exchange, failures.length),
        ...(first.code === undefined ? {} : { code: first.code }),
        healed,
        hosts: new Set(failures.map(({ row }) => view.host(row))).size,
      },
      ...(healed ? { severity: 'warning' as const } : {}),
    };
  },
};
