/**
 * An id that one client session, request or call carries through every service that serves it:
 *
 *     id      = prefix "_" base *( "_" part ) [ "+" replay ] *( "_" name ":" value )
 *     prefix  = the service that wrote it; any name, so no list of prefixes exists anywhere
 *     base    = a UUID of the session (either case), rarely another token
 *     part    = a counter: the request in its session, then the calls made while serving it
 *     replay  = how often the client sent the same request again
 *
 * Letters keep their case for display; ids are compared by the keys of `keys.ts`, which fold it.
 */
export interface TrackingId {
  /** As written, without surrounding blanks. */
  readonly text: string;
  /** As written; `''` only where `flaws` has `no-prefix`. */
  readonly prefix: string;
  /** Lower case. Either this or `token` is there. */
  readonly uuid?: string;
  /** As written; stands where the UUID belongs, e.g. a router's sixteen hex digits. */
  readonly token?: string;
  /** Everything between base and replay, in order, as written: counters and rare labels. */
  readonly path: readonly string[];
  /** The numeric parts of `path`; the first one counts the requests of the session. */
  readonly counters: readonly number[];
  /** Attempt number of a request that was sent again. */
  readonly replay?: number;
  /** Marks at the end such as `imi:true`; they say nothing about the place in the tree. */
  readonly fields: readonly TrackingIdField[];
  /** Empty for a well-formed id. A flawed id is still worth searching. */
  readonly flaws: readonly TrackingIdFlaw[];
}

/** One `name:value` mark of an id. */
export interface TrackingIdField {
  readonly name: string;
  readonly value: string;
}

/** `short-last-group`: the UUID ends in 11 digits instead of 12 · `no-prefix`: a bare UUID in a tracking-id field. */
export type TrackingIdFlaw = 'short-last-group' | 'no-prefix';

/** What `formatTrackingId` needs; the rest of a `TrackingId` follows from it. */
export type TrackingIdParts = Pick<TrackingId, 'prefix' | 'uuid' | 'token' | 'path' | 'replay' | 'fields'>;

/** Writes an id from its parts. `parseTrackingId(formatTrackingId(id))` has the same parts. */
export function formatTrackingId(id: TrackingIdParts): string {
  const base = id.uuid ?? id.token ?? '';
  const head = id.prefix === '' ? base : `${id.prefix}_${base}`;
  const path = id.path.map((part) => `_${part}`).join('');
  const replay = id.replay === undefined ? '' : `+${id.replay}`;
  const fields = id.fields.map((field) => `_${field.name}:${field.value}`).join('');
  return head + path + replay + fields;
}
