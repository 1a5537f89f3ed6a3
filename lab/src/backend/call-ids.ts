import { formatTrackingId, parseTrackingId, type TrackingId } from '@harrier/tracking';

/**
 * How services pass a tracking id on. Serving `ATLAS_<uuid>_12`, the provisioning API makes calls `CPAPI_<uuid>_12_0`,
 * `_1`, …; who is called writes its own lines about call 0 as `OCIROUTER_<uuid>_12_0`.
 */
export interface CallIds {
  /** The id that came in, as written. */
  readonly incoming: string;
  /** The id of the next call that is made while serving it. */
  next(): string;
}

/** Numbers the calls that the service of `prefix` makes while it serves `incoming`. */
export function callIds(incoming: string, prefix: string): CallIds {
  const id = parseTrackingId(incoming);
  let calls = 0;
  return {
    incoming,
    next: () => {
      const counter = String(calls++);
      // What is no id at all is passed on as it is: the lines still belong together.
      return id === undefined ? incoming : written(id, prefix, [...id.path, counter]);
    },
  };
}

/** The same call in the lines of another service: same counters, its own prefix. */
export function sameCall(incoming: string, prefix: string): string {
  const id = parseTrackingId(incoming);
  return id === undefined ? incoming : written(id, prefix, id.path);
}

function written(id: TrackingId, prefix: string, path: readonly string[]): string {
  return formatTrackingId({ ...id, prefix, path });
}
