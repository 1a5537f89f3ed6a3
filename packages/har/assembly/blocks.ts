// Stage 1: 64 bytes at a time, finds everything outside strings that matters (opening quotes, brackets,
// separators, beginnings of scalars), and whether any string holds what JSON forbids.
import { isUtf8 } from './utf8';

/** Set by `findPositions`: the text ends inside a string. */
export let endsInString: bool = false;
/** Set by `findPositions`: a string near this address may hold what none may (`strings.ts` knows); 0 = none does. */
export let suspect: usize = 0;

const EVEN_BITS: u64 = 0x5555555555555555;
const ALL: u64 = 0xffffffffffffffff;

// @ts-ignore: decorator
@inline
function mask64(a: v128, b: v128, c: v128, d: v128): u64 {
  const low = <u32>i8x16.bitmask(a) | (<u32>i8x16.bitmask(b) << 16);
  const high = <u32>i8x16.bitmask(c) | (<u32>i8x16.bitmask(d) << 16);
  return <u64>low | (<u64>high << 32);
}

// @ts-ignore: decorator
@inline
function isOperator(v: v128): v128 {
  // The low nibble chooses what to compare with; without bit 5, '[' and ']' are '{' and '}'. A control character
  // may pass for one of them here: the walk looks at the byte itself.
  const table = i8x16(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x3a, 0x7b, 0x2c, 0x7d, 0, 0);
  return i8x16.eq(i8x16.swizzle(table, v128.and(v, i8x16.splat(15))), v128.or(v, i8x16.splat(0x20)));
}

// @ts-ignore: decorator
@inline
function isSpace(v: v128): v128 {
  const table = i8x16(0x20, 0, 0, 0, 0, 0, 0, 0, 0, 9, 10, 0, 0, 13, 0, 0);
  return i8x16.eq(i8x16.swizzle(table, v128.and(v, i8x16.splat(15))), v);
}

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

/** Bit i of the result: whether an odd number of bits up to i is set. */
// @ts-ignore: decorator
@inline
function prefixXor(bits: u64): u64 {
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  return bits ^ (bits << 32);
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

/**
 * Looks into a block whose strings hold control characters or more than ASCII, or that follows a block with more
 * than ASCII. Returns whether it has more than ASCII itself: a sequence may go on in the next block.
 */
function checkOdd(start: usize, block: usize, strings: u64): bool {
  const a = v128.load(block);
  const b = v128.load(block, 16);
  const c = v128.load(block, 32);
  const d = v128.load(block, 48);
  const blank = i8x16.splat(0x20);
  const controls = mask64(i8x16.lt_u(a, blank), i8x16.lt_u(b, blank), i8x16.lt_u(c, blank), i8x16.lt_u(d, blank));
  if ((controls & strings) != 0) suspectAt(block);
  if (!(isUtf8(block) && isUtf8(block + 16) && isUtf8(block + 32) && isUtf8(block + 48))) {
    // The sequence may have begun in the block before.
    suspectAt(max(start, block - 3));
  }
  return i8x16.bitmask(v128.or(v128.or(a, b), v128.or(c, d))) != 0;
}

// @ts-ignore: decorator
@inline
function storeFour(out: usize, offset: u32, bits: u64): u64 {
  store<u32>(out, offset + <u32>ctz(bits));
  bits &= bits - 1;
  store<u32>(out, offset + <u32>ctz(bits), 4);
  bits &= bits - 1;
  store<u32>(out, offset + <u32>ctz(bits), 8);
  bits &= bits - 1;
  store<u32>(out, offset + <u32>ctz(bits), 12);
  return bits & (bits - 1);
}

/**
 * Writes the places of all that matters in [start, end) to `positions`, as u32 relative to `start`, and
 * returns where the list ends; up to 64 bytes behind it are overwritten. For each 64 bytes the places of the
 * backslashes go to `backslashMasks`. `inString`: the bytes begin inside a string, at a whole character. The
 * bytes from `end` to the next multiple of 64 are overwritten with blanks.
 */
export function findPositions(
  start: usize,
  end: usize,
  positions: usize,
  backslashMasks: usize,
  inString: bool,
): usize {
  suspect = 0;
  memory.fill(end, 0x20, 64);
  const quote = i8x16.splat(0x22);
  const backslash = i8x16.splat(0x5c);
  const blank = i8x16.splat(0x20);
  /** All ones where the block before ended inside a string. */
  let inside: u64 = inString ? ALL : 0;
  /** 1 where the block before ended with the backslash of an escape. */
  let escapeCarry: u64 = 0;
  /** 1 where the block before ended with a scalar. */
  let scalarCarry: u64 = 0;
  let wideBefore = false;
  let out = positions;
  let masks = backslashMasks;

  for (let block = start; block < end; block += 64) {
    const a = v128.load(block);
    const b = v128.load(block, 16);
    const c = v128.load(block, 32);
    const d = v128.load(block, 48);
    const rawQuotes = mask64(i8x16.eq(a, quote), i8x16.eq(b, quote), i8x16.eq(c, quote), i8x16.eq(d, quote));
    const backslashes = mask64(
      i8x16.eq(a, backslash), i8x16.eq(b, backslash), i8x16.eq(c, backslash), i8x16.eq(d, backslash),
    );
    store<u64>(masks, backslashes);
    masks += 8;

    let escaped: u64 = escapeCarry;
    escapeCarry = 0;
    if (backslashes != 0) {
      // Of a run of backslashes the first, third … begin an escape. Adding the first bits of all runs that begin
      // at even places carries through these runs and clears them, which tells them from the others.
      const free = backslashes & ~escaped;
      const evenRuns = free & ~(free + (free & ~(free << 1) & EVEN_BITS));
      const escapes = (evenRuns & EVEN_BITS) | (free & ~evenRuns & ~EVEN_BITS);
      escaped |= escapes << 1;
      escapeCarry = escapes >> 63;
    }
    const quotes = rawQuotes & ~escaped;
    if (escaped != 0) {
      // Nearly all escapes are those of quotes and backslashes; the others are looked at closer.
      const others = escaped & ~(rawQuotes | backslashes);
      if (others != 0) {
        const legal = mask64(isEscapable(a), isEscapable(b), isEscapable(c), isEscapable(d));
        if ((others & ~legal) != 0) suspectAt(block);
        const letterU = i8x16.splat(0x75);
        let units =
          others & mask64(i8x16.eq(a, letterU), i8x16.eq(b, letterU), i8x16.eq(c, letterU), i8x16.eq(d, letterU));
        while (units != 0) {
          const at = block + <usize>ctz(units);
          if (!isHex(load<u8>(at, 1)) || !isHex(load<u8>(at, 2)) || !isHex(load<u8>(at, 3)) || !isHex(load<u8>(at, 4)))
            suspectAt(max(start, at - 1));
          units &= units - 1;
        }
      }
    }
    // Nothing but the inside of a long string. As signed bytes, control characters and all that is not ASCII
    // are less than a blank.
    if ((quotes | ~inside) == 0) {
      const least = i8x16.min_s(i8x16.min_s(a, b), i8x16.min_s(c, d));
      if (wideBefore || v128.any_true(i8x16.lt_s(least, blank))) wideBefore = checkOdd(start, block, ALL);
      scalarCarry = 0;
      continue;
    }
    const strings = prefixXor(quotes) ^ inside;
    inside = <u64>(<i64>strings >> 63);

    const odd = mask64(i8x16.lt_s(a, blank), i8x16.lt_s(b, blank), i8x16.lt_s(c, blank), i8x16.lt_s(d, blank));
    if (wideBefore || (odd & strings) != 0) wideBefore = checkOdd(start, block, strings);
    const operators = mask64(isOperator(a), isOperator(b), isOperator(c), isOperator(d));
    const spaces = mask64(isSpace(a), isSpace(b), isSpace(c), isSpace(d));
    const scalars = ~(operators | spaces);
    const plainScalars = scalars & ~quotes;
    const goesOn = (plainScalars << 1) | scalarCarry;
    scalarCarry = plainScalars >> 63;
    // `strings` holds opening quotes and not closing ones; of strings only the opening quote is a position.
    let found = (operators | quotes | (scalars & ~goesOn)) & ~(strings ^ quotes);

    // A loop of varying length is mispredicted at nearly every block: eight stores without asking cost less.
    // What is too much is overwritten by the next block.
    const offset = <u32>(block - start);
    let at = out;
    out += <usize>popcnt(found) << 2;
    do {
      found = storeFour(at, offset, found);
      found = storeFour(at + 16, offset, found);
      at += 32;
    } while (found != 0);
  }
  endsInString = inside != 0;
  return out;
}
