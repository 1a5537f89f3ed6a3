import { parseTrackingId, sessionKey, type TrackingId } from '@harrier/tracking';
import type { StoredRecord } from '../store/log-store.ts';
import { requestPathOf } from './build-flow.ts';
import { pathKey } from './draft-hops.ts';

/**
 * The requests that records speak of, each by one of its ids, in order of appearance. An id without a counter is the only
 * request of its session: portals that draw a new UUID for each request write none, and their services count behind it.
 */
export function findRequests(records: readonly StoredRecord[]): TrackingId[] {
  const requests = new Map<string, TrackingId>();
  const whole = new Set<string>();
  for (const id of records.flatMap(({ ids }) => ids)) {
    const base = sessionKey(id);
    if (id.path.length === 0) whole.add(base);
    const key = `${base}_${pathKey(requestPathOf(id))}`;
    if (!requests.has(key)) requests.set(key, id);
  }
  const found = [...requests.values()].filter((id) => !whole.has(sessionKey(id)));
  const bare = [...whole].flatMap(
    (base) =>
      parseTrackingId(base) ??
      [...requests.values()].find((id) => id.path.length === 0 && sessionKey(id) === base) ??
      [],
  );
  return [...found, ...bare];
}
