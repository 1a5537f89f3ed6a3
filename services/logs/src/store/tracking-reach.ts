import { requestKey, sessionKey, type TrackingId } from '@harrier/tracking';
import type { TrackingTarget } from './log-store.ts';

/**
 * What a search for an id matches, in the terms that stores index: the base of an id and its path, lower case,
 * parts joined by `_`. `below` matches the path itself and everything that was called from there.
 */
export type TrackingReach =
  | { readonly kind: 'any'; readonly base: string }
  | { readonly kind: 'exact'; readonly base: string; readonly path: string }
  | { readonly kind: 'below'; readonly base: string; readonly path: string }
  | { readonly kind: 'uuid-start'; readonly digits: string };

/** What a target matches. */
export function reachOf(target: TrackingTarget): TrackingReach {
  if (target.kind === 'uuid-start') return target;
  const { id, level } = target;
  const base = sessionKey(id);
  if (level === 'call' && id.path.length > 0) return { kind: 'exact', base, path: pathOf(id) };
  // A portal that draws a new UUID for each request writes no counter; its services count their calls behind it.
  if (level === 'session' || id.counters.length === 0) return { kind: 'any', base };
  return { kind: 'below', base, path: requestKey(id).slice(base.length + 1) };
}

/** The path of an id as stores index it; `''` for an id without one. */
export function pathOf(id: TrackingId): string {
  return id.path.join('_').toLowerCase();
}

/** Whether a record's id is within reach: what every store's own index must agree with. */
export function isWithin(reach: TrackingReach, id: TrackingId): boolean {
  if (reach.kind === 'uuid-start') return id.uuid?.startsWith(reach.digits) === true;
  if (sessionKey(id) !== reach.base) return false;
  if (reach.kind === 'any') return true;
  const path = pathOf(id);
  return path === reach.path || (reach.kind === 'below' && path.startsWith(`${reach.path}_`));
}
