import type { Rule } from '../../../findings/rule.ts';
import { longWaitRows, longWaits } from '../../../slow/long-waits.ts';

/**
 * Finds answers whose first byte came late although the service was done early: by its own clock more than 500 ms of the
 * wait passed outside it, on the way, in a queue or in a gateway. Strong, not proven: the clock may start late.
 * Quiet on: what `slow/server` explains, long polls, event streams, failed requests.
 */
export const network: Rule<'slow/network'> = {
  meta: { id: 'slow/network', severity: 'warning', class: 'strong', knowledgeId: 'timing/waiting' },
  needs: ['timings'],
  opens: longWaitRows,
  *detect(view) {
    for (const { exchanges, evidence, facts, serviceMs = 0 } of longWaits(view, 'network'))
      yield { entries: exchanges.map(({ entry }) => entry.index), evidence, facts: { ...facts, serviceMs } };
  },
};
