// Finds where UUIDs stand in bytes: four hyphens at distances of five, hexadecimal digits between them. Sixteen places at
// a time; of ordinary text one comparison for each sixteen bytes is all that is done. What stands around them is judged
// here, too: there may be millions.

/** Two masks: which of sixteen bytes are hexadecimal digits. */
// @ts-ignore: decorator
@inline
function hexMask(v: v128): i32 {
  const digit = i8x16.le_u(i8x16.sub(v, i8x16.splat(0x30)), i8x16.splat(9));
  const letter = i8x16.le_u(i8x16.sub(v128.or(v, i8x16.splat(0x20)), i8x16.splat(0x61)), i8x16.splat(5));
  return i8x16.bitmask(v128.or(digit, letter));
}

// @ts-ignore: decorator
@inline
function hyphens(at: usize): v128 {
  return i8x16.eq(v128.load(at), i8x16.splat(0x2d));
}

/** Hyphens among the bytes at 0 to 15 of a UUID, and among those at 16 to 31. */
const FIRST_HYPHENS: i32 = (1 << 8) | (1 << 13);
const SECOND_HYPHENS: i32 = (1 << 2) | (1 << 7);

/**
 * Writes the addresses of UUIDs that begin in [start, end) to `out`, four bytes each, and returns how many. Reads up to
 * 56 bytes beyond `end`.
 */
export function findUuids(start: usize, end: usize, out: usize): i32 {
  const first = out;
  for (let at = start + 8; at < end + 8; at += 16) {
    const one = hyphens(at);
    if (!v128.any_true(one)) continue;
    const all = v128.and(v128.and(one, hyphens(at + 5)), v128.and(hyphens(at + 10), hyphens(at + 15)));
    let places = i8x16.bitmask(all);
    while (places != 0) {
      const uuid = at + ctz(places) - 8;
      places &= places - 1;
      if (uuid >= end) break;
      const isUuid =
        (hexMask(v128.load(uuid)) | FIRST_HYPHENS) == 0xffff &&
        (hexMask(v128.load(uuid + 16)) | SECOND_HYPHENS) == 0xffff;
      if (isUuid) {
        store<u32>(out, <u32>uuid);
        out += 4;
      }
    }
  }
  return <i32>((out - first) >> 2);
}

/** Where the caller put one byte for each character: which classes it belongs to. */
const CLASSES: usize = 32 * 1024;
// The same bits as in `scan-ids.ts`.
const EDGE: u8 = 1;
const END: u8 = 2;
const DIGIT: u8 = 4;
const HEX: u8 = 8;
const LETTER: u8 = 16;
const BRACKET: u8 = 32;
const SEPARATOR: u8 = 64;

/** As long as the names of services get. */
const MAX_PREFIX: usize = 41;
/** More than the longest run of separators between a credential's name and its value. */
const CREDENTIAL_REACH: usize = 24;
const UNDERSCORE: u8 = 0x5f;

// @ts-ignore: decorator
@inline
function is(at: usize, classes: u8): bool {
  return (load<u8>(CLASSES + load<u8>(at)) & classes) != 0;
}

/**
 * Of the UUIDs that begin in [start, end) behind an underscore: three addresses each, where the id begins, where its UUID, and
 * where the id ends; 0 as the end of one that is not plainly an id. Returns how many. Bytes from `low` to `limit` may be
 * looked at; `low` is where the file begins, or far enough before `start`, and `isLast` says that the file ends at `limit`.
 */
export function findIds(start: usize, end: usize, out: usize, low: usize, limit: usize, isLast: bool): i32 {
  // Three addresses for each UUID at most, which is 36 bytes long: what they are made of lies behind them.
  const uuids = out + (end - start) / 2;
  const count = findUuids(start, end, uuids);
  let to = out;
  for (let index = 0; index < count; index++) {
    const uuid = <usize>load<u32>(uuids + ((<usize>index) << 2));
    // An underscore stands before the UUID of an id; other UUIDs are not worth a look.
    if (uuid <= low || load<u8>(uuid - 1) != UNDERSCORE) continue;
    const first = plainStart(uuid - 1, low);
    store<u32>(to, <u32>first);
    store<u32>(to, <u32>uuid, 4);
    store<u32>(to, first == 0 ? 0 : <u32>plainEnd(uuid, limit, isLast), 8);
    to += 12;
  }
  return <i32>((to - out) / 12);
}

/** Where a plain prefix begins that ends at `end`; 0 = look closer. */
function plainStart(end: usize, low: usize): usize {
  let start = end;
  while (start > low && end - start <= MAX_PREFIX && is(start - 1, LETTER | DIGIT)) start--;
  const length = end - start;
  // Four capitals and digits may be the tag of a token.
  if (length < 2 || length == 4 || length > MAX_PREFIX || !is(start, LETTER)) return 0;
  if (start == low) return start;
  let edge = start - 1;
  if (is(edge, BRACKET)) {
    if (edge == low) return start;
    edge--;
  }
  if (!is(edge, EDGE)) return 0;
  // `token": "…`, `Bearer …`: what stands before the separators would name a credential.
  const lowest = edge - low > CREDENTIAL_REACH ? edge - CREDENTIAL_REACH : low;
  while (edge > lowest && is(edge, SEPARATOR)) edge--;
  if (is(edge, SEPARATOR)) return edge == low ? start : 0;
  const last = load<u8>(edge) | 0x20;
  return last == 0x6e || last == 0x72 ? 0 : start;
}

/** Where a plain tail of counters ends; 0 = look closer. */
function plainEnd(uuid: usize, limit: usize, isLast: bool): usize {
  let end = uuid + 32;
  if (end + 4 > limit) return 0;
  if (!(is(end, HEX) && is(end + 1, HEX) && is(end + 2, HEX) && is(end + 3, HEX))) return 0;
  end += 4;
  while (end < limit && load<u8>(end) == UNDERSCORE) {
    let next = end + 1;
    while (next < limit && is(next, DIGIT)) next++;
    if (next == end + 1 || next - end > 10) return 0;
    end = next;
  }
  if (end == limit) return isLast ? end : 0;
  return is(end, END) ? end : 0;
}
