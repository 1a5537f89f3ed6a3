import type { Rule } from '../../../findings/rule.ts';
import { type ConnectionPhase, connectionRows, slowConnections } from '../../../slow/connection-phase.ts';

const phase: ConnectionPhase = { phase: 'dns', limitMs: 100, pointer: '/timings/dns', column: 'dns' };

/**
 * Finds hosts whose name took long to look up: a resolver near the user answers within 20 to 100 ms.
 * Quiet on: a single opening below 750 ms, connections that were used again, failed requests.
 */
export const dns: Rule<'slow/dns'> = {
  meta: { id: 'slow/dns', severity: 'warning', class: 'proven', knowledgeId: 'timing/connecting' },
  needs: ['timings'],
  opens: (view) => connectionRows(view, phase),
  detect: (view) => slowConnections(view, phase),
};
