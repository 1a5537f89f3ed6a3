import { findTrackingIds, type FoundTrackingId } from '@harrier/tracking';

/** A tracking id in bytes. */
export interface ScannedId extends FoundTrackingId {
  /** Where the line that holds it begins, in bytes. */
  readonly lineOffset: number;
}

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
 * Every tracking id in the bytes of a log, without reading its lines as records: lines without a UUID are never made into
 * text. Ids are judged on their whole line, as `findTrackingIds` does, so tokens that look like ids are none here either.
 * The id's `start` and `end` count characters of the line. Ids without a UUID (a label and a token) are not looked for.
 */
export function scanIds(bytes: Uint8Array, visit: (id: ScannedId) => void): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let done = 0;
  scanUuids(bytes, (offset) => {
    // An underscore stands before the UUID of an id; other UUIDs are not worth a line.
    if (offset < done || bytes[offset - 1] !== 0x5f) return;
    const lineOffset = buffer.lastIndexOf(0x0a, offset) + 1;
    const end = buffer.indexOf(0x0a, offset);
    done = end === -1 ? bytes.length : end;
    for (const found of findTrackingIds(buffer.toString('utf8', lineOffset, done))) visit({ ...found, lineOffset });
  });
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
