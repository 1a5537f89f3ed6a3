// Texts that were met before, found again by their length and two hashes under a key that is random for each run. A hash
// is NH of UMAC: of two texts of one length it is the same with a probability of 2^-32, whatever they are, as long as the
// key is not known to who chose them. Source: J. Black and others, "UMAC: Fast and Secure Message Authentication", 1999,
// section 4.

/** Thirty-two bytes of key for each block of sixteen: sixteen for each hash. */
export const HASH_KEYS: usize = 0x58000;
/** Sixteen bytes of ones, and sixteen of zeros. */
const RAMP: usize = 0x5a000;
const TABLES: usize = 0x60000;
const SLOT_BYTES: usize = 32;

/** Longer texts are not kept. */
export const MAX_BYTES: u32 = 4096;

/** Never taken by another. */
const PINNED: u32 = 2;

let hashA: u64 = 0;
let hashB: u64 = 0;

export function readyHash(): void {
  memory.fill(RAMP, 0xff, 16);
}

/** Of a text of `MAX_BYTES` at most, for `find` and `keep`. */
export function hashText(start: usize, length: u32): void {
  let a = i64x2.splat(0);
  let b = i64x2.splat(0);
  let key = HASH_KEYS;
  let at = start;
  const stop = start + (length & ~15);
  for (; at < stop; at += 16, key += 32) {
    const block = v128.load(at);
    a = i64x2.add(a, product(i32x4.add(block, v128.load(key))));
    b = i64x2.add(b, product(i32x4.add(block, v128.load(key, 16))));
  }
  const rest = length & 15;
  if (rest != 0) {
    const block = v128.and(v128.load(at), v128.load(RAMP + 16 - rest));
    a = i64x2.add(a, product(i32x4.add(block, v128.load(key))));
    b = i64x2.add(b, product(i32x4.add(block, v128.load(key, 16))));
  }
  hashA = i64x2.extract_lane(a, 0) + i64x2.extract_lane(a, 1);
  hashB = i64x2.extract_lane(b, 0) + i64x2.extract_lane(b, 1);
}

// @ts-expect-error: decorator
@inline
function product(words: v128): v128 {
  return i64x2.extmul_low_i32x4_u(words, v128.shuffle<u32>(words, words, 2, 3, 0, 1));
}

// A table is a number of slots in sets of four: hashes, sense, length, what is known, and whether it was of use.

// @ts-expect-error: decorator
@inline
function setOf(table: usize, sets: u32, sense: u32): usize {
  const mixed = (hashA ^ (hashB << 1) ^ (<u64>sense << 32)) * 0x9e3779b97f4a7c15;
  return TABLES + table + (<usize>(mixed >>> 40) & (sets - 1)) * (4 * SLOT_BYTES);
}

/** What is known of the text that was hashed; 0 = nothing. */
export function find(table: usize, sets: u32, sense: u32, length: u32): u32 {
  let slot = setOf(table, sets, sense);
  for (let way = 0; way < 4; way++, slot += SLOT_BYTES)
    if (
      load<u64>(slot) == hashA &&
      load<u64>(slot, 8) == hashB &&
      load<u32>(slot, 16) == sense &&
      load<u32>(slot, 20) == length &&
      load<u32>(slot, 24) != 0
    ) {
      if (load<u32>(slot, 28) == 0) store<u32>(slot, 1, 28);
      return load<u32>(slot, 24);
    }
  return 0;
}

/** Keeps what is known of the text that was hashed, in place of one that was of no use; where all were, one of the next goes. */
export function keep(table: usize, sets: u32, sense: u32, length: u32, known: u32, isPinned: bool): void {
  const first = setOf(table, sets, sense);
  let free: usize = 0;
  let slot = first;
  for (let way = 0; way < 4 && free == 0; way++, slot += SLOT_BYTES)
    if (load<u32>(slot, 24) == 0 || load<u32>(slot, 28) == 0) free = slot;
  if (free == 0) {
    slot = first;
    for (let way = 0; way < 4; way++, slot += SLOT_BYTES) {
      if (load<u32>(slot, 28) == PINNED) continue;
      store<u32>(slot, 0, 28);
      free = slot;
    }
    if (free == 0) return;
  }
  store<u64>(free, hashA);
  store<u64>(free, hashB, 8);
  store<u32>(free, sense, 16);
  store<u32>(free, length, 20);
  store<u32>(free, known, 24);
  store<u32>(free, isPinned ? PINNED : 0, 28);
}

export function forget(table: usize, sets: u32): void {
  memory.fill(TABLES + table, 0, <usize>sets * 4 * SLOT_BYTES);
}
