import type { TrackingId } from './tracking-id.ts';

/**
 * How wide a search reaches: `session` everything one browser session did, `request` one request of it
 * with all calls made for it, `call` exactly one call. Prefixes never count: they only say who wrote the line.
 */
export type TrackingLevel = 'session' | 'request' | 'call';

/** The base (UUID or token), lower case. */
export function sessionKey(id: TrackingId): string {
  return (id.uuid ?? id.token ?? '').toLowerCase();
}

/**
 * Base and path up to the first counter, e.g. `<uuid>_12` for every call of request 12. An id
 * without a counter is the only request of its base, so its key is the base.
 */
export function requestKey(id: TrackingId): string {
  const first = id.path.findIndex((part) => /^[0-9]{1,9}$/.test(part));
  return keyOf(id, first === -1 ? id.path : id.path.slice(0, first + 1));
}

/** Base and whole path, e.g. `<uuid>_12_0`. Replays and marks do not count: same call, another attempt. */
export function callKey(id: TrackingId): string {
  return keyOf(id, id.path);
}

/** The id's key for a search of that reach; two ids match when their keys are equal. */
export function keyAt(level: TrackingLevel, id: TrackingId): string {
  switch (level) {
    case 'session':
      return sessionKey(id);
    case 'request':
      return requestKey(id);
    case 'call':
      return callKey(id);
  }
}

/**
 * The call key of whoever made this call: the path without its last part. undefined for a session.
 * A key, not an id, because the caller wrote its lines under a prefix of its own.
 */
export function parentOf(id: TrackingId): string | undefined {
  return id.path.length === 0 ? undefined : keyOf(id, id.path.slice(0, -1));
}

/** Prefixes in front of keys never matter, so a key is only the base and a path. */
function keyOf(id: TrackingId, path: readonly string[]): string {
  return [sessionKey(id), ...path.map((part) => part.toLowerCase())].join('_');
}
