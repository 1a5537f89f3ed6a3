import type { Playbook } from '@harrier/analyze';
import { sessionKey } from '@harrier/tracking';
import type { StoredRecord, TrackingTarget } from '../store/log-store.ts';
import { buildFlow } from './build-flow.ts';
import { findRequests } from './find-requests.ts';
import type { Flow, FlowEntry } from './flow.ts';

/** What was searched, and what was found. */
export interface FlowQuestion {
  readonly target: TrackingTarget;
  /** In time order. */
  readonly records: readonly StoredRecord[];
  readonly playbooks: readonly Playbook[];
  /** The request as the browser saw it; then the id is its own and means no session. */
  readonly entry?: FlowEntry;
}

/** The flows of all requests that an id stands for: one, or those of its session in order of appearance. */
export function findFlows({ target, records, playbooks, entry }: FlowQuestion): Flow[] {
  const id = target.kind === 'id' ? target.id : undefined;
  const isSession = id === undefined || id.counters.length === 0 || isSessionLevel(target);
  if (id !== undefined && (entry !== undefined || !isSession))
    return [buildFlow({ id, records, playbooks, ...(entry === undefined ? {} : { entry }) })];
  const wanted = target.kind === 'id' ? sessionKey(target.id) : target.digits;
  // A line may quote ids of other sessions, too.
  const requests = findRequests(records).filter((one) => sessionKey(one.id).startsWith(wanted));
  if (requests.length === 0 && id !== undefined) requests.push({ id, records });
  return requests.map((request) => buildFlow({ ...request, playbooks }));
}

function isSessionLevel(target: TrackingTarget): boolean {
  return target.kind === 'id' && target.level === 'session';
}

/** Of the requests of a session the first that failed; else one that lost something, asked for "off", lacks a service. */
export function mostBroken(flows: readonly Flow[]): Flow | undefined {
  const signs: readonly ((flow: Flow) => boolean)[] = [
    ({ firstFailing }) => firstFailing !== undefined,
    ({ drifts }) => drifts.length > 0,
    ({ askedOff }) => askedOff.length > 0,
    ({ missing }) => missing.length > 0,
  ];
  for (const hasSign of signs) {
    const found = flows.find(hasSign);
    if (found !== undefined) return found;
  }
  return flows[0];
}
