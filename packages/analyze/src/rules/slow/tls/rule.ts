import type { Rule } from '../../../findings/rule.ts';
import { type ConnectionPhase, connectionRows, slowConnections } from '../../../slow/connection-phase.ts';

const phase: ConnectionPhase = { phase: 'ssl', limitMs: 300, pointer: '/timings/ssl', column: 'ssl' };

/**
 * Finds hosts with which TLS took long to agree: TLS 1.2 needs two round trips, TLS 1.3 one; 300 ms is more than either.
 * Quiet on: a single opening below 750 ms, a burst of them beside quick ones, connections that were used again, failed requests.
 */
export const tls: Rule<'slow/tls'> = {
  meta: { id: 'slow/tls', severity: 'warning', class: 'proven', knowledgeId: 'timing/connecting' },
  needs: ['timings'],
  opens: (view) => connectionRows(view, phase),
  detect: (view) => slowConnections(view, phase),
};
