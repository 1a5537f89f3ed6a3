// Reading the lists that stage 1 writes (blocks.ts): a position is where one of its u32 stands, each an address.

/** Where the byte at the position 0 would stand; those of all others follow at a fourth of their distance. */
let lettersFrom: usize = 0;

export function layLetters(positions: usize, letters: usize): void {
  lettersFrom = letters - (positions >> 2);
}

/** Where the byte at `position` stands, and behind it those at the next ones. */
// @ts-ignore: decorator
@inline
export function lettersAt(position: usize): usize {
  return lettersFrom + (position >> 2);
}

// @ts-ignore: decorator
@inline
export function byteAt(position: usize): u32 {
  return load<u8>(lettersAt(position));
}

/** The closing quote of a string: the last thing, but for blanks, before the position behind it. */
export function closingQuote(behind: usize): usize {
  let at: usize = load<u32>(behind) - 1;
  while (load<u8>(at) != 0x22) at--;
  return at;
}
