// What stage 1 puts off: blocks whose strings hold escapes other than those of quotes and backslashes, control characters, or more than
// ASCII. A call in the loop of stage 1 would cost every block its registers, so the blocks are listed and looked at behind it.
import { mask64 } from './masks';
import { isUtf8 } from './utf8';

/** Set by `checkStrings`: a string near this address may hold what none may (`strings.ts` knows); 0 = none does. */
export let suspect: usize = 0;

/** A block to look at: its address, whether its strings hold odd bytes, its escaped characters, what of it lies in strings. */
export const CHECK_BYTES: usize = 24;

/** Characters that may follow a backslash: `"\/bfnrtu`, each by a bit that both its nibbles name. */
// @ts-ignore: decorator
@inline
function isEscapable(v: v128): v128 {
  const low = i8x16(0, 0, 13, 0, 8, 8, 4, 0, 0, 0, 0, 0, 2, 0, 4, 1);
  const high = i8x16(0, 0, 1, 0, 0, 2, 4, 8, 0, 0, 0, 0, 0, 0, 0, 0);
  const match = v128.and(
    i8x16.swizzle(low, v128.and(v, i8x16.splat(15))),
    i8x16.swizzle(high, i8x16.shr_u(v, 4)),
  );
  return i8x16.ne(match, i8x16.splat(0));
}

/** Looks at the blocks that are listed in [from, to). `start`: the first byte that counts. */
export function checkStrings(from: usize, to: usize, start: usize): void {
  suspect = 0;
  for (let check = from; check < to; check += CHECK_BYTES) {
    const block: usize = load<u32>(check);
    const escaped = load<u64>(check, 8);
    if (escaped != 0) checkEscapes(start, block, escaped);
    if (load<u32>(check, 4) != 0) checkOdd(start, block, load<u64>(check, 16));
  }
}

// @ts-ignore: decorator
@inline
export function isHex(byte: u32): bool {
  return byte - 0x30 < 10 || (byte | 0x20) - 0x61 < 6;
}

/** A block is asked about escapes before it is asked about UTF-8, so what is told later may lie before. */
// @ts-ignore: decorator
@inline
function suspectAt(address: usize): void {
  if (suspect == 0 || address < suspect) suspect = address;
}

/** Looks at escaped characters that are neither quotes nor backslashes. */
function checkEscapes(start: usize, block: usize, escaped: u64): void {
  const a = v128.load(block);
  const b = v128.load(block, 16);
  const c = v128.load(block, 32);
  const d = v128.load(block, 48);
  const legal = mask64(isEscapable(a), isEscapable(b), isEscapable(c), isEscapable(d));
  if ((escaped & ~legal) != 0) suspectAt(block);
  const letterU = i8x16.splat(0x75);
  let units =
    escaped & mask64(i8x16.eq(a, letterU), i8x16.eq(b, letterU), i8x16.eq(c, letterU), i8x16.eq(d, letterU));
  while (units != 0) {
    const at = block + <usize>ctz(units);
    if (!isHex(load<u8>(at, 1)) || !isHex(load<u8>(at, 2)) || !isHex(load<u8>(at, 3)) || !isHex(load<u8>(at, 4)))
      suspectAt(max(start, at - 1));
    units &= units - 1;
  }
}

/** Looks into a block whose strings hold control characters or more than ASCII, or that follows such a block: a sequence may go on in it. */
function checkOdd(start: usize, block: usize, strings: u64): void {
  const blank = i8x16.splat(0x20);
  const controls = mask64(
    i8x16.lt_u(v128.load(block), blank),
    i8x16.lt_u(v128.load(block, 16), blank),
    i8x16.lt_u(v128.load(block, 32), blank),
    i8x16.lt_u(v128.load(block, 48), blank),
  );
  if ((controls & strings) != 0) suspectAt(block);
  if (!(isUtf8(block) && isUtf8(block + 16) && isUtf8(block + 32) && isUtf8(block + 48))) {
    // The sequence may have begun in the block before.
    suspectAt(max(start, block - 3));
  }
}
