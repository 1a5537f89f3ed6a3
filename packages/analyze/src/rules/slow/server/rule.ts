import type { Rule } from '../../../findings/rule.ts';
import { longWaitRows, longWaits } from '../../../slow/long-waits.ts';

/**
 * Finds answers whose first byte came late (1 s and up, and 4 × the upper quartile of their host) because the service itself
 * took that long: its own clock (`x-envoy-upstream-service-time`, `x-runtime`, `server-timing`) explains 70 % of the wait.
 * Search the services' logs by the tracking id.
 * Quiet on: long polls, event streams, failed requests, what is usual for the host, entries whose `wait` is not known.
 * Spec: HAR 1.2 timings; W3C Server Timing.
 */
export const server: Rule<'slow/server'> = {
  meta: { id: 'slow/server', severity: 'warning', class: 'proven', knowledgeId: 'timing/waiting' },
  needs: ['timings'],
  opens: longWaitRows,
  *detect(view) {
    for (const { exchanges, evidence, facts, serviceMs = 0 } of longWaits(view, 'server'))
      yield { entries: exchanges.map(({ entry }) => entry.index), evidence, facts: { ...facts, serviceMs } };
  },
};
