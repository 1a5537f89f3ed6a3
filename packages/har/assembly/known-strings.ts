// Short strings that come again and again (methods, hosts, media types): the host of this module names each once and gets its number
// from then on. A small table that forgets: what was pushed out is told again.
import { KNOWN } from './layout';

/** Kinds of strings do not push each other out. */
export const METHODS = 0;
export const MEDIA_TYPES = 1;
export const RESOURCE_TYPES = 2;
export const HOSTS = 3;

const SLOTS_OF_A_KIND = 64;
const SLOT_BYTES = 64;
/** A slot holds the length, and behind it the bytes with zeros up to the next eight. */
const TEXT = 8;
/** Longer ones are told as any string is. */
export const LONGEST_KNOWN: usize = 48;

/** Set by `knownString`: the string was not in the table until now. */
export let isNew: bool = false;

/** The host has another table of strings from now on. */
export function forgetKnownStrings(): void {
  memory.fill(KNOWN, 0, 4 * SLOTS_OF_A_KIND * SLOT_BYTES);
}

/** Slot of the string [from, to), which is not empty and not longer than `LONGEST_KNOWN`. */
export function knownString(kind: i32, from: usize, to: usize): i32 {
  const size = to - from;
  let hash = <u64>size;
  for (let at: usize = 0; at < size; at += 8) {
    // 2^64 divided by the golden ratio: the upper bits depend on all below them.
    hash = (hash ^ wordAt(from + at, size - at)) * 0x9e3779b97f4a7c15;
    hash ^= hash >> 32;
  }
  const slot = kind * SLOTS_OF_A_KIND + <i32>(hash & (SLOTS_OF_A_KIND - 1));
  const address = KNOWN + slot * SLOT_BYTES;
  isNew = <usize>load<u32>(address) != size;
  for (let at: usize = 0; at < size; at += 8) {
    const word = wordAt(from + at, size - at);
    if (load<u64>(address + at, TEXT) == word) continue;
    isNew = true;
    store<u64>(address + at, word, TEXT);
  }
  store<u32>(address, <u32>size);
  return slot;
}

/** Eight bytes; of fewer, zeros stand for what is behind them. */
// @ts-ignore: decorator
@inline
function wordAt(address: usize, left: usize): u64 {
  const word = load<u64>(address);
  return left >= 8 ? word : word & ((<u64>1 << (left << 3)) - 1);
}
