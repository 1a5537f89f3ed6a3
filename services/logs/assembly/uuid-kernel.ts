// Finds where UUIDs stand in bytes: four hyphens at distances of five, hexadecimal digits between them. Sixteen places at
// a time; of ordinary text one comparison for each sixteen bytes is all that is done.

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
