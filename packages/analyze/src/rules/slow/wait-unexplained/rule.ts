import type { Rule } from '../../../findings/rule.ts';
import { longWaitRows, longWaits } from '../../../slow/long-waits.ts';

/**
 * Finds answers whose first byte came late (1 s and up, and 4 × the upper quartile of their host), where nothing in the
 * answer says whether service or network took the time.
 * Quiet on: long polls, event streams, failed requests, what is usual for the host, entries whose `wait` is not known.
 */
export const waitUnexplained: Rule<'slow/wait-unexplained'> = {
  meta: { id: 'slow/wait-unexplained', severity: 'warning', class: 'proven', knowledgeId: 'timing/waiting' },
  needs: ['timings'],
  opens: longWaitRows,
  *detect(view) {
    for (const { exchanges, evidence, facts } of longWaits(view, 'unexplained'))
      yield { entries: exchanges.map(({ entry }) => entry.index), evidence, facts };
  },
};
