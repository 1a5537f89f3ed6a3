// Reading the list that stage 1 writes (blocks.ts): a position is where one of its u32 stands, each relative to the input.
import { INPUT } from './layout';

// @ts-ignore: decorator
@inline
export function byteAt(position: usize): u32 {
  return load<u8>(INPUT + load<u32>(position));
}

/** The closing quote of a string: the last thing, but for blanks, before the position behind it. */
export function closingQuote(behind: usize): usize {
  let at = INPUT + load<u32>(behind) - 1;
  while (load<u8>(at) != 0x22) at--;
  return at;
}
