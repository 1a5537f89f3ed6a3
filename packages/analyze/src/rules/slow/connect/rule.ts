import type { Rule } from '../../../findings/rule.ts';
import { type ConnectionPhase, connectionRows, slowConnections } from '../../../slow/connection-phase.ts';

const phase: ConnectionPhase = {
  phase: 'connect',
  limitMs: 250,
  pointer: '/timings/connect',
  column: 'connect',
};

/**
 * Finds hosts to which a TCP connection took long to open: more than a round trip around the world (about 250 ms).
 * Quiet on: a single opening below 750 ms, a burst of them beside quick ones, connections that were used again, failed requests.
 */
export const connect: Rule<'slow/connect'> = {
  meta: { id: 'slow/connect', severity: 'warning', class: 'proven', knowledgeId: 'timing/connecting' },
  needs: ['timings'],
  opens: (view) => connectionRows(view, phase),
  detect: (view) => slowConnections(view, phase),
};
