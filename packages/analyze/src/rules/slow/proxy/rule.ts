import type { Rule } from '../../../findings/rule.ts';
import { type ConnectionPhase, connectionRows, slowConnections } from '../../../slow/connection-phase.ts';

const phase: ConnectionPhase = {
  phase: 'proxy',
  limitMs: 100,
  pointer: '/timings/_blocked_proxy',
  column: 'blocked',
};

/**
 * Finds hosts before which a proxy took long to be found or asked (PAC script, proxy authentication).
 * Quiet on: a single opening below 750 ms, connections that were used again, failed requests.
 */
export const proxy: Rule<'slow/proxy'> = {
  meta: { id: 'slow/proxy', severity: 'warning', class: 'proven', knowledgeId: 'timing/connecting' },
  needs: ['timings'],
  opens: (view) => connectionRows(view, phase),
  detect: (view) => slowConnections(view, phase),
};
