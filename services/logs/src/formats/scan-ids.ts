import { findTrackingIds } from '@harrier/tracking';

/**
 * Called with each tracking id in bytes, half-open [start, end), and where its UUID begins. Numbers and no object: there
 * may be millions.
 */
export type VisitId = (start: number, uuidStart: number, end: number) => void;

/** Digits of a UUID up to the eighth of its last group: 32 characters are one machine word of states. */
const PATTERN_CHARS = 32;
const DASHES = new Set([8, 13, 18, 23]);
const TOP = 1 << (PATTERN_CHARS - 1);

/** For each byte the places of a UUID where it may stand, the last place in the lowest bit. */
const PLACES = placesByByte();

/**
 * Where UUIDs may stand in bytes: calls `visit` with the offset of each, in order. Looks at a window from its end, so that
 * of ordinary text only one byte in twenty is read (backward search with bit-parallel states: Navarro and Raffinot,
 * "A bit-parallel approach to suffix automata", 1998). At most 32 looks for each byte, whatever it holds.
 */
export function scanUuids(bytes: Uint8Array, visit: (offset: number) => void): void {
  const last = bytes.length - PATTERN_CHARS;
  let at = 0;
  while (at <= last) {
    let states = -1;
    let back = PATTERN_CHARS;
    let shift = PATTERN_CHARS;
    while (states !== 0) {
      states &= PLACES[bytes[at + back - 1]!]!;
      back--;
      if (states === 0) break;
      if ((states & TOP) !== 0) {
        if (back === 0) {
          visit(at);
          break;
        }
        // Something that ends here may be the beginning of a UUID.
        shift = back;
      }
      states <<= 1;
    }
    at += shift;
  }
}

/**
 * Every tracking id with a UUID in the bytes of a log (UTF-8), without reading its lines as records. What is plainly an id
 * is taken as it stands; where something is odd (a tail that is not counters, anything that may be a credential) the line
 * is judged by `findTrackingIds`, so the ids are the same as reading every line would give. Ids without a UUID are not
 * looked for.
 */
export function scanIds(bytes: Uint8Array, visit: VisitId): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let judgedTo = 0;
  scanUuids(bytes, (uuidStart) => {
    // An underscore stands before the UUID of an id; other UUIDs are not worth a look.
    if (uuidStart < judgedTo || bytes[uuidStart - 1] !== UNDERSCORE) return;
    const start = plainStart(bytes, uuidStart - 1);
    const end = start === -1 ? -1 : plainEnd(bytes, uuidStart);
    if (end !== -1) {
      visit(start, uuidStart, end);
      judgedTo = end;
      return;
    }
    judgedTo = judgeLine(buffer, uuidStart, judgedTo, visit);
  });
}

const UNDERSCORE = 0x5f;
/** As long as the names of services get. */
const MAX_PREFIX = 41;

/** What ends a credential, so that nothing before it can make a token of the id: blanks, controls, quotes, `<` `>` `,` `;` `&`. */
const isEdge = tableOf('\t\r\n "\'<>,;&');
/** What may follow an id that says nothing more about it. */
const isEnd = tableOf('\t\r\n "\'<>,;&)]}\\|#?/');
const isDigit = tableOf('0123456789');
const isHex = tableOf('0123456789abcdefABCDEF');
const isLetter = tableOf('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz');
const isBracket = tableOf('[(');

/** Where a plain prefix begins that ends at `end`; -1 = look closer. */
function plainStart(bytes: Uint8Array, end: number): number {
  let start = end;
  while (
    start > 0 &&
    end - start <= MAX_PREFIX &&
    (isLetter[bytes[start - 1]!] || isDigit[bytes[start - 1]!])
  )
    start--;
  const length = end - start;
  // Four capitals and digits may be the tag of a token.
  if (length < 2 || length === 4 || length > MAX_PREFIX || !isLetter[bytes[start]!]) return -1;
  let edge = start - 1;
  if (edge >= 0 && isBracket[bytes[edge]!]) edge--;
  if (edge < 0) return start;
  if (!isEdge[bytes[edge]!]) return -1;
  // `token": "…`, `Bearer …`: a name of a credential ends in an n or an r close by.
  for (let at = edge - 1; at >= 0 && edge - at <= CREDENTIAL_REACH; at--) {
    const byte = bytes[at]! | 0x20;
    if (byte === 0x6e && (bytes[at - 1]! | 0x20) === 0x65 && (bytes[at - 2]! | 0x20) === 0x6b) return -1;
    if (byte === 0x72 && (bytes[at - 1]! | 0x20) === 0x65 && (bytes[at - 2]! | 0x20) === 0x72) return -1;
  }
  return start;
}

/** Longest run of separators between a credential's name and its value, with room. */
const CREDENTIAL_REACH = 24;

/** Where a plain tail of counters ends; -1 = look closer. */
function plainEnd(bytes: Uint8Array, uuidStart: number): number {
  let end = uuidStart + PATTERN_CHARS;
  for (let at = end; at < end + 4; at++) if (!isHex[bytes[at] ?? 0]) return -1;
  end += 4;
  while (bytes[end] === UNDERSCORE) {
    let next = end + 1;
    while (isDigit[bytes[next] ?? 0]) next++;
    if (next === end + 1 || next - end > 10) return -1;
    end = next;
  }
  return end === bytes.length || isEnd[bytes[end]!] ? end : -1;
}

/** Judges what is left of the line that holds `offset`; returns where the line ends. */
function judgeLine(buffer: Buffer, offset: number, from: number, visit: VisitId): number {
  const lineStart = buffer.lastIndexOf(0x0a, offset) + 1;
  const next = buffer.indexOf(0x0a, offset);
  const lineEnd = next === -1 ? buffer.length : next;
  const line = buffer.toString('utf8', lineStart, lineEnd);
  const isAscii = line.length === lineEnd - lineStart;
  const bytesTo = (chars: number) => (isAscii ? chars : Buffer.byteLength(line.slice(0, chars)));
  for (const found of findTrackingIds(line)) {
    const start = lineStart + bytesTo(found.start);
    if (found.id.uuid === undefined || start < from) continue;
    visit(start, start + found.id.prefix.length + 1, lineStart + bytesTo(found.end));
  }
  return lineEnd;
}

function tableOf(characters: string): Uint8Array {
  const table = new Uint8Array(256);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}

function placesByByte(): Int32Array {
  const places = new Int32Array(256);
  for (let place = 0; place < PATTERN_CHARS; place++) {
    const bit = 1 << (PATTERN_CHARS - 1 - place);
    for (const character of DASHES.has(place) ? '-' : '0123456789abcdefABCDEF')
      places[character.charCodeAt(0)]! |= bit;
  }
  return places;
}
