// Where in the input strings hold backslashes, by the masks that stage 1 writes (blocks.ts): a bit for each byte.
import { INPUT } from './layout';

export let masksAt: usize = 0;

export function layMasks(at: usize): void {
  masksAt = at;
}

/** Whether [from, to) of the input holds a backslash. */
export function hasBackslash(from: usize, to: usize): bool {
  if (from >= to) return false;
  const first = from - INPUT;
  const behind = to - 1 - INPUT;
  let mask = masksAt + ((first >> 6) << 3);
  const lastMask = masksAt + ((behind >> 6) << 3);
  const low: u64 = ~(<u64>0) << (first & 63);
  const high: u64 = ~(<u64>0) >> (63 - (behind & 63));
  if (mask == lastMask) return (load<u64>(mask) & low & high) != 0;
  if ((load<u64>(mask) & low) != 0) return true;
  for (mask += 8; mask < lastMask; mask += 8) {
    if (load<u64>(mask) != 0) return true;
  }
  return (load<u64>(mask) & high) != 0;
}

/** Whether one stands in the block of 64 bytes that holds `address`, or in the next. */
// @ts-ignore: decorator
@inline
export function hasBackslashNear(address: usize): bool {
  const mask = masksAt + (((address - INPUT) >> 6) << 3);
  return (load<u64>(mask) | load<u64>(mask, 8)) != 0;
}
