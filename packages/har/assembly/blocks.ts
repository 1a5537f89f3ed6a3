// Stage 1: 64 bytes at a time, finds everything outside strings that matters (opening quotes, brackets,
// separators, beginnings of scalars), and lists the blocks whose strings have to be looked at closer.
import { mask64 } from './masks';
import { CHECK_BYTES, checkStrings } from './string-checks';

/** Set by `findPositions`: the text ends inside a string. */
export let endsInString: bool = false;

const ODD_BITS: u64 = 0xaaaaaaaaaaaaaaaa;
const ALL: u64 = 0xffffffffffffffff;

/**
 * Vectors of stage 1: quotes, backslashes, blanks, low halves, operators and white space by their low halves. V8 makes a constant anew in
 * every turn of a loop; what is loaded before the loop stays in a register.
 */
const CONSTANTS: usize = memory.data<u8>([
  0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22,
  0x5c, 0x5c, 0x5c, 0x5c, 0x5c, 0x5c, 0x5c, 0x5c, 0x5c, 0x5c, 0x5c, 0x5c, 0x5c, 0x5c, 0x5c, 0x5c,
  0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20,
  15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x3a, 0x7b, 0x2c, 0x7d, 0, 0,
  0x20, 0, 0, 0, 0, 0, 0, 0, 0, 9, 10, 0, 0, 13, 0, 0,
], 16);

/** Where the bytes of `v` are those that `table` has for their low halves. */
// @ts-ignore: decorator
@inline
function matches(table: v128, low: v128, v: v128): v128 {
  return i8x16.eq(i8x16.swizzle(table, low), v);
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
function storeFour(out: usize, letters: usize, block: usize, bits: u64): u64 {
  let at = block + <usize>ctz(bits);
  store<u32>(out, <u32>at);
  store<u8>(letters, load<u8>(at));
  bits &= bits - 1;
  at = block + <usize>ctz(bits);
  store<u32>(out, <u32>at, 4);
  store<u8>(letters, load<u8>(at), 1);
  bits &= bits - 1;
  at = block + <usize>ctz(bits);
  store<u32>(out, <u32>at, 8);
  store<u8>(letters, load<u8>(at), 2);
  bits &= bits - 1;
  at = block + <usize>ctz(bits);
  store<u32>(out, <u32>at, 12);
  store<u8>(letters, load<u8>(at), 3);
  return bits & (bits - 1);
}

/**
 * Writes the addresses of all that matters in [start, end) to `positions`, as u32, the byte at each to `letters`, and
 * returns where the list of addresses ends; up to 64 bytes behind it are overwritten. For each 64 bytes the places of the
 * backslashes go to `backslashMasks`; `checks` has room for `CHECK_BYTES`. `inString`: the bytes begin inside a string, at a whole
 * character. The bytes from `end` to the next multiple of 64 are overwritten with blanks.
 */
export function findPositions(
  start: usize,
  end: usize,
  positions: usize,
  letters: usize,
  backslashMasks: usize,
  checks: usize,
  inString: bool,
): usize {
  memory.fill(end, 0x20, 64);
  const quote = v128.load(CONSTANTS);
  const backslash = v128.load(CONSTANTS, 16);
  const blank = v128.load(CONSTANTS, 32);
  const lowHalf = v128.load(CONSTANTS, 48);
  // Without bit 5, '[' and ']' are '{' and '}'. A control character may pass for one of them: the walk looks at the byte itself.
  const operatorTable = v128.load(CONSTANTS, 64);
  const spaceTable = v128.load(CONSTANTS, 80);
  /** All ones where the block before ended inside a string. */
  let inside: u64 = inString ? ALL : 0;
  /** 1 where the block before ended with the backslash of an escape. */
  let escapeCarry: u64 = 0;
  /** 1 where the block before ended with a scalar. */
  let scalarCarry: u64 = 0;
  let oddBefore = false;
  let out = positions;
  let masks = backslashMasks;
  let check = checks;

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

    // Of a run of backslashes the first, third … begin an escape. Subtracting the first ones borrows through the run, and turns over
    // every bit whose place is of the other kind than that of the first.
    const free = backslashes & ~escapeCarry;
    const codes = (((free << 1) | ODD_BITS) - free) ^ ODD_BITS;
    const escaped = codes ^ (backslashes | escapeCarry);
    escapeCarry = (codes & backslashes) >> 63;
    const quotes = rawQuotes & ~escaped;
    // Nearly all escapes are those of quotes and backslashes.
    const others = escaped & ~(rawQuotes | backslashes);

    // Every block is written to the list of those to look at and few stay in it: a branch that is now and then mispredicted costs more.
    store<u32>(check, <u32>block);
    store<u64>(check, others, 8);
    // Nothing but the inside of a long string. As signed bytes, control characters and all that is not ASCII
    // are less than a blank.
    if ((quotes | ~inside) == 0) {
      const least = i8x16.min_s(i8x16.min_s(a, b), i8x16.min_s(c, d));
      const isOdd = v128.any_true(i8x16.lt_s(least, blank));
      store<u32>(check, u32(isOdd | oddBefore), 4);
      store<u64>(check, ALL, 16);
      check += isOdd | oddBefore | (others != 0) ? CHECK_BYTES : 0;
      oddBefore = isOdd;
      scalarCarry = 0;
      continue;
    }
    const strings = prefixXor(quotes) ^ inside;
    inside = <u64>(<i64>strings >> 63);

    const odd =
      strings & mask64(i8x16.lt_s(a, blank), i8x16.lt_s(b, blank), i8x16.lt_s(c, blank), i8x16.lt_s(d, blank));
    store<u32>(check, u32((odd != 0) | oddBefore), 4);
    store<u64>(check, strings, 16);
    check += ((odd | others) != 0) | oddBefore ? CHECK_BYTES : 0;
    oddBefore = odd != 0;
    const lowA = v128.and(a, lowHalf);
    const lowB = v128.and(b, lowHalf);
    const lowC = v128.and(c, lowHalf);
    const lowD = v128.and(d, lowHalf);
    const operators = mask64(
      matches(operatorTable, lowA, v128.or(a, blank)),
      matches(operatorTable, lowB, v128.or(b, blank)),
      matches(operatorTable, lowC, v128.or(c, blank)),
      matches(operatorTable, lowD, v128.or(d, blank)),
    );
    const spaces = mask64(
      matches(spaceTable, lowA, a), matches(spaceTable, lowB, b), matches(spaceTable, lowC, c), matches(spaceTable, lowD, d),
    );
    const scalars = ~(operators | spaces);
    const plainScalars = scalars & ~quotes;
    const goesOn = (plainScalars << 1) | scalarCarry;
    scalarCarry = plainScalars >> 63;
    // `strings` holds opening quotes and not closing ones; of strings only the opening quote is a position.
    let found = (operators | quotes | (scalars & ~goesOn)) & ~(strings ^ quotes);

    // A loop of varying length is mispredicted at nearly every block: eight stores without asking cost less.
    // What is too much is overwritten by the next block.
    const count = <usize>popcnt(found);
    let at = out;
    let letter = letters;
    out += count << 2;
    letters += count;
    do {
      found = storeFour(at, letter, block, found);
      found = storeFour(at + 16, letter + 4, block, found);
      at += 32;
      letter += 8;
    } while (found != 0);
  }
  endsInString = inside != 0;
  checkStrings(checks, check, start);
  return out;
}
