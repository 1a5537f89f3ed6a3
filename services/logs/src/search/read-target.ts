import { findTrackingIds, parseTrackingId, type TrackingId, type TrackingLevel } from '@harrier/tracking';
import type { TrackingTarget } from '../store/log-store.ts';

/** What somebody typed or pasted into the search box, read as an id. */
export interface ReadTarget {
  readonly target: TrackingTarget;
  /** Other ids of what was pasted, each base once: a choice to offer. */
  readonly others: readonly TrackingId[];
}

/** The first eight digits of a UUID, as they are read out over the phone, or more of it. */
const UUID_START =
  /^[0-9a-f]{8}(?:-(?:[0-9a-f]{0,4}(?:-[0-9a-f]{0,4}){0,2}|(?:[0-9a-f]{4}-){3}[0-9a-f]{0,11}))?$/;

/**
 * Reads an id in any spelling: whole, a bare UUID, the first digits of one, or anything pasted that holds ids — a header,
 * a log line, a piece of JSON; its first labelled id is taken, else its first. undefined = there is none.
 * Without a level: the request, or everything where the id has no counter.
 */
export function readTarget(text: string, level: TrackingLevel = 'request'): ReadTarget | undefined {
  const trimmed = text.trim().replace(/^["'[(<]+|["'\])>.,;:]+$/g, '');
  const whole = parseTrackingId(trimmed);
  if (whole !== undefined) return { target: { kind: 'id', id: whole, level }, others: [] };
  const digits = trimmed.toLowerCase();
  if (UUID_START.test(digits)) return { target: { kind: 'uuid-start', digits }, others: [] };
  const found = findTrackingIds(text);
  const first = found.find(({ labelled }) => labelled) ?? found[0];
  if (first === undefined) return fromBareUuid(text, level);
  const others = new Map(found.map(({ id }) => [id.uuid ?? id.token, id]));
  others.delete(first.id.uuid ?? first.id.token);
  return { target: { kind: 'id', id: first.id, level }, others: [...others.values()] };
}

const BARE_UUID = /(?<![0-9A-Za-z-])[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?![0-9A-Za-z-])/;

function fromBareUuid(text: string, level: TrackingLevel): ReadTarget | undefined {
  const id = parseTrackingId(BARE_UUID.exec(text)?.[0] ?? '');
  return id === undefined ? undefined : { target: { kind: 'id', id, level }, others: [] };
}
