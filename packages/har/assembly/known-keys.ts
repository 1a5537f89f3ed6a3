// The keys that mean something, by the kind of container that they stand in: tables that the host writes (src/scan/known-keys.ts).
import { hasBackslash } from './backslashes';
import { KEY_BYTES, TABLE_BYTES, TABLES } from './layout';

/** The host compares keys that hold escapes. Returns a row of the table + 1, 0 = none. */
// @ts-ignore: decorator
@external("kernel", "matchEscapedKey")
declare function matchEscapedKey(kind: i32, start: usize, end: usize): i32;

/** Row of the key whose content is [from, to); -1 = it means nothing. */
export function findKey(kind: i32, from: usize, to: usize): i32 {
  const count: i32 = load<u8>(TABLES + <usize>kind * TABLE_BYTES);
  const size = to - from;
  for (let row = 0; row < count; row++) {
    const key = keyAt(kind, row);
    if (load<u8>(key) == size && isSame(key + 4, from, size)) return row;
  }
  return findEscapedKey(kind, from, to);
}

/** The same of a key that stands there only if it is written with escapes. */
export function findEscapedKey(kind: i32, from: usize, to: usize): i32 {
  return hasBackslash(from, to) ? matchEscapedKey(kind, from, to) - 1 : -1;
}

/** What the value of a key is. */
export function fieldOf(kind: i32, row: i32): i32 {
  return load<u8>(keyAt(kind, row), 1);
}

/** What the value of a key holds if it is a container. */
export function containerOf(kind: i32, row: i32): i32 {
  return load<u8>(keyAt(kind, row), 2);
}

// @ts-ignore: decorator
@inline
function keyAt(kind: i32, row: i32): usize {
  return TABLES + <usize>kind * TABLE_BYTES + 8 + <usize>row * KEY_BYTES;
}

// @ts-ignore: decorator
@inline
function isSame(a: usize, b: usize, size: usize): bool {
  for (let index: usize = 0; index < size; index++) {
    if (load<u8>(a + index) != load<u8>(b + index)) return false;
  }
  return true;
}
