import { countersOf, readTail, type Tail } from './tail.ts';
import type { TrackingId, TrackingIdFlaw } from './tracking-id.ts';

/** A longer value is no id; it is not even looked at. */
const MAX_ID_LENGTH = 512;

const UUID = /[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{11,12}(?![0-9A-Za-z])/;
const PREFIX = /^[A-Za-z][0-9A-Za-z._-]{1,40}$/;
/** At least eight characters, one of them a digit, as words have none. */
const TOKEN = /^(?=[A-Za-z.-]{0,63}[0-9])[0-9A-Za-z][0-9A-Za-z-]{7,63}$/;
/** Length of a UUID that is whole. */
const UUID_LENGTH = 36;

/**
 * Reads one value that its place says is a tracking id (a header, a JSON field, a search box).
 * The whole value has to be the id. undefined = it is none; `null` written out is none either,
 * as clients switch the id off that way.
 */
export function parseTrackingId(text: string): TrackingId | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > MAX_ID_LENGTH) return undefined;
  const uuid = UUID.exec(trimmed);
  return uuid === null ? parseWithToken(trimmed) : parseWithUuid(trimmed, uuid.index, uuid[0]);
}

/**
 * Reads a field's value that may hold several ids: gateways join a repeated header with commas,
 * and often the same id twice. Order kept, repeats (in any case) dropped, what is no id skipped.
 */
export function parseTrackingIds(value: string): TrackingId[] {
  const ids = new Map<string, TrackingId>();
  for (const piece of value.split(/[\s,;"]/)) {
    const id = parseTrackingId(piece);
    if (id !== undefined && !ids.has(id.text.toLowerCase())) ids.set(id.text.toLowerCase(), id);
  }
  return [...ids.values()];
}

/** Puts an id together from what was found around its UUID. */
export function trackingIdFromUuid(text: string, prefix: string, uuid: string, tail: Tail): TrackingId {
  const flaws: TrackingIdFlaw[] = [];
  if (uuid.length < UUID_LENGTH) flaws.push('short-last-group');
  if (prefix === '') flaws.push('no-prefix');
  return { text, prefix, uuid: uuid.toLowerCase(), ...tailParts(tail), flaws };
}

function parseWithUuid(text: string, at: number, uuid: string): TrackingId | undefined {
  const tail = readTail(text, at + uuid.length, 'field');
  if (tail.end !== text.length) return undefined;
  if (at === 0) return trackingIdFromUuid(text, '', uuid, tail);
  const prefix = text.slice(0, at - 1);
  if (text[at - 1] !== '_' || !PREFIX.test(prefix)) return undefined;
  return trackingIdFromUuid(text, prefix, uuid, tail);
}

/** `prefix_token_…`: the first piece behind the prefix that can be a token is it. */
function parseWithToken(text: string): TrackingId | undefined {
  for (let at = text.indexOf('_'); at !== -1; at = text.indexOf('_', at + 1)) {
    const prefix = text.slice(0, at);
    if (!PREFIX.test(prefix)) return undefined;
    const next = /[_+]/.exec(text.slice(at + 1));
    const end = next === null ? text.length : at + 1 + next.index;
    const token = text.slice(at + 1, end);
    if (!TOKEN.test(token)) continue;
    const tail = readTail(text, end, 'field');
    return tail.end === text.length ? { text, prefix, token, ...tailParts(tail), flaws: [] } : undefined;
  }
  return undefined;
}

function tailParts(tail: Tail): Pick<TrackingId, 'path' | 'counters' | 'replay' | 'fields'> {
  const { path, fields, replay } = tail;
  return { path, counters: countersOf(path), fields, ...(replay === undefined ? {} : { replay }) };
}
