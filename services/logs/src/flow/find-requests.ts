import { sessionKey, type TrackingId } from '@harrier/tracking';
import type { StoredRecord } from '../store/log-store.ts';
import { requestPathOf } from './build-flow.ts';
import { pathKey } from './draft-hops.ts';

/** A request that records speak of: one of its ids, and the records. */
export interface FoundRequest {
  readonly id: TrackingId;
  readonly records: readonly StoredRecord[];
}

/**
 * The requests of records, in order of appearance. An id without a counter is the only request of its session: portals that
 * draw a new UUID for each request write none, and their services count behind it.
 */
export function findRequests(records: readonly StoredRecord[]): FoundRequest[] {
  const bare = new Map<string, TrackingId>();
  for (const { ids } of records)
    for (const id of ids) if (id.path.length === 0 && !bare.has(sessionKey(id))) bare.set(sessionKey(id), id);
  const requests = new Map<string, { id: TrackingId; records: StoredRecord[] }>();
  for (const record of records)
    for (const id of record.ids) {
      const whole = bare.get(sessionKey(id));
      const key = `${sessionKey(id)}_${whole === undefined ? pathKey(requestPathOf(id)) : ''}`;
      const found = requests.get(key);
      if (found === undefined) requests.set(key, { id: whole ?? id, records: [record] });
      else if (found.records.at(-1) !== record) found.records.push(record);
    }
  return [...requests.values()];
}
