import { findCredentials, isTokenTail, type TextSpan } from './credentials.ts';
import { parseTrackingId, trackingIdFromUuid } from './parse.ts';
import { readTail } from './tail.ts';
import type { TrackingId } from './tracking-id.ts';

/** An id in a text, half-open [start, end) in UTF-16 units. */
export interface FoundTrackingId {
  readonly id: TrackingId;
  readonly start: number;
  readonly end: number;
  /** A `trackingId` label stands before it (`"trackingId":"…"`, `<trackingId>…`, `TrackingID: …`). */
  readonly labelled: boolean;
}

export interface FindOptions {
  /** UUIDs of known organisations, lower case. What carries one of them is no id but the tail of a token. */
  readonly organisations?: ReadonlySet<string>;
}

const UUID_BEHIND_PREFIX =
  /_[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{11,12}(?![0-9A-Za-z])/g;
/** Only a label makes a token without a UUID an id. */
const LABELLED =
  /(?<!\/)tracking[-_]?id(?:>|\\{0,3}["']?[ \t]{0,8}[:=][ \t]{0,8}\\{0,3}["']?)([A-Za-z0-9][0-9A-Za-z._+:-]{3,160})/gi;

/** Two to 41 characters; runs that are longer are tokens, not names. */
const MAX_PREFIX = 41;

/**
 * Every tracking id in running text (a body, an XML document, a log line, a bracketed context), in
 * order, repeats included. Reads the text once or twice and looks at most 200 characters back, so the
 * time grows with the length of the text whatever it holds.
 */
export function findTrackingIds(text: string, options: FindOptions = {}): FoundTrackingId[] {
  const labelled = findLabelled(text);
  const found = findByUuid(text, labelled);
  for (const [start, value] of labelled) {
    // Labelled values with a UUID were found above, where their end is known better.
    const id = parseTrackingId(value.replace(/(?<![.:+-])[.:+-]+$/, ''));
    if (id?.token !== undefined) found.push({ id, start, end: start + id.text.length, labelled: true });
  }
  if (found.length === 0) return found;
  const wanted = found.filter(
    ({ id }) => id.uuid === undefined || options.organisations?.has(id.uuid) !== true,
  );
  return outside(
    findCredentials(text),
    wanted.sort((a, b) => a.start - b.start),
  );
}

/** The ids of a text, each once (in any case), in order of first appearance. */
export function uniqueTrackingIds(found: readonly FoundTrackingId[]): TrackingId[] {
  const ids = new Map<string, TrackingId>();
  for (const { id } of found) {
    const folded = id.text.toLowerCase();
    if (!ids.has(folded)) ids.set(folded, id);
  }
  return [...ids.values()];
}

/** Start of each labelled value → the value. */
function findLabelled(text: string): Map<number, string> {
  const labelled = new Map<number, string>();
  for (const match of text.matchAll(LABELLED)) {
    const value = match[1]!;
    labelled.set(match.index + match[0].length - value.length, value);
  }
  return labelled;
}

function findByUuid(text: string, labelled: ReadonlyMap<number, string>): FoundTrackingId[] {
  const found: FoundTrackingId[] = [];
  let previousEnd = 0;
  for (const match of text.matchAll(UUID_BEHIND_PREFIX)) {
    const start = prefixStart(text, match.index, previousEnd);
    if (start === undefined) continue;
    const baseEnd = match.index + match[0].length;
    const tail = readTail(text, baseEnd, 'text');
    const prefix = text.slice(start, match.index);
    const id = trackingIdFromUuid(text.slice(start, tail.end), prefix, match[0].slice(1), tail);
    found.push({ id, start, end: tail.end, labelled: labelled.has(start) });
    previousEnd = tail.end;
  }
  return found;
}

/** Where the service's name before `_<uuid>` begins; undefined = no name stands there. */
function prefixStart(text: string, end: number, floor: number): number | undefined {
  let start = end;
  const lowest = Math.max(floor, end - MAX_PREFIX - 8);
  while (start > lowest && isNameCharacter(text.charCodeAt(start - 1))) start--;
  if (start > floor && isNameCharacter(text.charCodeAt(start - 1))) return undefined;
  start = skipEscape(text, start, end);
  // A dash or underscore in front is punctuation; a name starts with a letter.
  while (start < end && (text[start] === '-' || text[start] === '_')) start++;
  if (!/[A-Za-z]/.test(text[start] ?? '') || end - start < 2 || end - start > MAX_PREFIX) return undefined;
  return looksLikeToken(text, start, end, floor) ? undefined : start;
}

/** Steps over the end of an escape sequence that reads like letters: `\n`, `\u0022`, `%3D`, a colour code. */
function skipEscape(text: string, start: number, end: number): number {
  const before = text[start - 1];
  if (before === '\\') {
    if (/[nrtbf]/.test(text[start]!)) return start + 1;
    if (/^u[0-9A-Fa-f]{4}/.test(text.slice(start, start + 5))) return start + 5;
  }
  if (before === '%' && /^[0-9A-Fa-f]{2}/.test(text.slice(start, start + 2))) return start + 2;
  if (before === '[' || before === ';') {
    const colour = /^[0-9]{1,3}m/.exec(text.slice(start, end));
    if (colour !== null) return start + colour[0].length;
  }
  return start;
}

/** A name with an underscore in it, behind a long unbroken run, is the tail of a token. */
function looksLikeToken(text: string, start: number, end: number, floor: number): boolean {
  const lowest = Math.max(floor, end - 2 * MAX_PREFIX);
  let from = start;
  while (from > lowest && isTokenCharacter(text.charCodeAt(from - 1))) from--;
  const stretch = text.slice(from, end);
  if (isTokenTail(stretch)) return true;
  const compound = text[start - 1] === '_' || text.slice(start, end).includes('_');
  return compound && stretch.length > MAX_PREFIX;
}

/** ASCII letter, digit, `-` or `_`. */
function isNameCharacter(code: number): boolean {
  return isAlphanumeric(code) || code === 0x2d || code === 0x5f;
}

/** RFC 6750 §2.1, b64token. */
function isTokenCharacter(code: number): boolean {
  return (
    isNameCharacter(code) || code === 0x2b || code === 0x2e || code === 0x2f || code === 0x3d || code === 0x7e
  );
}

function isAlphanumeric(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** Drops what lies inside a span; both lists in order, so each is walked once. */
function outside(spans: readonly TextSpan[], found: readonly FoundTrackingId[]): FoundTrackingId[] {
  let next = 0;
  return found.filter(({ start }) => {
    while (next < spans.length && spans[next]!.end <= start) next++;
    const span = spans[next];
    return span === undefined || start < span.start;
  });
}
