// Stage 1: 64 bytes at a time, finds quotes, brackets, separators and beginnings of scalars outside strings,
// and the first byte that no JSON text may hold (control characters, bad escapes, bytes that are not UTF-8).

/** Set by `findPositions`: address of the first illegal byte and why; 0 = none. */
export let illegalAt: usize = 0;
export let illegalReason: i32 = 0;
/** Set by `findPositions`: the text ends inside a string. */
export let endsInString: bool = false;
/** Set by `findPositions`: address of the last backslash that begins an escape; 0 = none. */
export let lastEscape: usize = 0;
/** Set by `findPositions`: address of a UTF-8 sequence that the end cuts; 0 = none. */
export let cutSequence: usize = 0;

export const REASON_CONTROL: i32 = 1;
export const REASON_ESCAPE: i32 = 2;
export const REASON_UTF8: i32 = 3;

const ODD_BITS: u64 = 0xaaaaaaaaaaaaaaaa;

// @ts-ignore: decorator
@inline
function mask64(a: v128, b: v128, c: v128, d: v128): u64 {
  return (
    <u64>(<u32>i8x16.bitmask(a)) |
    (<u64>(<u32>i8x16.bitmask(b)) << 16) |
    (<u64>(<u32>i8x16.bitmask(c)) << 32) |
    (<u64>(<u32>i8x16.bitmask(d)) << 48)
  );
}

// @ts-ignore: decorator
@inline
function structural(v: v128): v128 {
  // Low nibble of ':' '{' ',' '}' ('[' and ']' are '{' and '}' without bit 5) chooses the character to compare with.
  const table = i8x16(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x3a, 0x7b, 0x2c, 0x7d, 0, 0);
  const low = v128.and(v, i8x16.splat(15));
  return i8x16.eq(i8x16.swizzle(table, low), v128.or(v, i8x16.splat(0x20)));
}

// @ts-ignore: decorator
@inline
function atMost(v: v128, limit: v128): v128 {
  return i8x16.eq(i8x16.min_u(v, limit), v);
}

// @ts-ignore: decorator
@inline
function space(v: v128): v128 {
  const table = i8x16(0x20, 0, 0, 0, 0, 0, 0, 0, 0, 9, 10, 0, 0, 13, 0, 0);
  return i8x16.eq(i8x16.swizzle(table, v128.and(v, i8x16.splat(15))), v);
}

/**
 * What may follow a backslash: not 0 for each of `"\\/bfnrtu`, with the sign bit set for `u`, so that one look-up tells
 * both. Low and high nibble each choose a set of candidates; what is in both is one.
 */
// @ts-ignore: decorator
@inline
function escapable(v: v128): v128 {
  const low = i8x16(0, 0, 13, 0, 12, -128, 4, 0, 0, 0, 0, 0, 2, 0, 4, 1);
  const high = i8x16(0, 0, 1, 0, 0, 2, 4, -120, 0, 0, 0, 0, 0, 0, 0, 0);
  return v128.and(
    i8x16.swizzle(low, v128.and(v, i8x16.splat(15))),
    i8x16.swizzle(high, i8x16.shr_u(v, 4)),
  );
}

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
function storeFour(out: usize, at: u32, bits: u64): u64 {
  store<u32>(out, at + <u32>ctz(bits));
  bits &= bits - 1;
  store<u32>(out, at + <u32>ctz(bits), 4);
  bits &= bits - 1;
  store<u32>(out, at + <u32>ctz(bits), 8);
  bits &= bits - 1;
  store<u32>(out, at + <u32>ctz(bits), 12);
  return bits & (bits - 1);
}

// @ts-ignore: decorator
@inline
function isHex(byte: u32): bool {
  return byte - 0x30 < 10 || (byte | 0x20) - 0x61 < 6;
}

/**
 * Writes the addresses (relative to `start`, u32) of all that matters between `start` and `end` to `positions`
 * and returns where the list ends. `inString`: the bytes begin inside a string. The
 * bytes from `end` to the next multiple of 64 are overwritten with blanks.
 */
export function findPositions(start: usize, end: usize, positions: usize, inString: bool): usize {
  illegalAt = 0;
  lastEscape = 0;
  cutSequence = 0;
  let stringCarry: u64 = inString ? ~(<u64>0) : 0;
  let escapeCarry: u64 = 0;
  let scalarCarry: u64 = 0;
  let checkedTo: usize = start;
  let out = positions;
  const length = end - start;
  memory.fill(end, 0x20, (64 - (length & 63)) & 63);
  const quote = i8x16.splat(0x22);
  const backslash = i8x16.splat(0x5c);

  for (let block = start; block < end; block += 64) {
    const a = v128.load(block);
    const b = v128.load(block, 16);
    const c = v128.load(block, 32);
    const d = v128.load(block, 48);

    const backslashes = mask64(i8x16.eq(a, backslash), i8x16.eq(b, backslash), i8x16.eq(c, backslash), i8x16.eq(d, backslash));
    let quotes = mask64(i8x16.eq(a, quote), i8x16.eq(b, quote), i8x16.eq(c, quote), i8x16.eq(d, quote));

    // Which characters are escaped: odd runs of backslashes, told apart by one subtraction.
    let escaped: u64 = escapeCarry;
    if (backslashes != 0) {
      const potential = backslashes & ~escapeCarry;
      const code = ((((potential << 1) | ODD_BITS) - potential) ^ ODD_BITS);
      escaped = code ^ (backslashes | escapeCarry);
      const escape = code & backslashes;
      escapeCarry = escape >> 63;
      if (escape != 0) lastEscape = block + <usize>(63 - clz(escape));
    } else {
      escapeCarry = 0;
    }
    quotes &= ~escaped;

    const strings = prefixXor(quotes) ^ stringCarry;
    stringCarry = <u64>(<i64>strings >> 63);

    // In a long string nothing of the rest can be met. Control characters count as blanks here: below they are told.
    let operators: u64 = 0;
    let spaces: u64 = 0;
    if (~strings != 0) {
      operators = mask64(structural(a), structural(b), structural(c), structural(d));
      const blank = i8x16.splat(0x20);
      spaces = mask64(atMost(a, blank), atMost(b, blank), atMost(c, blank), atMost(d, blank));
    }
    const scalars = ~(operators | spaces);
    const plainScalars = scalars & ~quotes;
    const follows = (plainScalars << 1) | scalarCarry;
    scalarCarry = plainScalars >> 63;
    let found = ((operators | (scalars & ~follows)) & ~strings) | quotes;

    // Illegal bytes are rare, so a cheap test for "any at all" comes first.
    const least = i8x16.min_u(i8x16.min_u(a, b), i8x16.min_u(c, d));
    const control = i8x16.splat(0x1f);
    if (v128.any_true(i8x16.eq(i8x16.min_u(least, control), least))) {
      const controls = mask64(atMost(a, control), atMost(b, control), atMost(c, control), atMost(d, control));
      const bad = controls & (strings | ~mask64(space(a), space(b), space(c), space(d)));
      if (bad != 0) report(block + <usize>ctz(bad), REASON_CONTROL);
    }

    const inside = escaped & strings;
    if (inside != 0) {
      const classA = escapable(a);
      const classB = escapable(b);
      const classC = escapable(c);
      const classD = escapable(d);
      const none = i8x16.splat(0);
      const illegal =
        inside & mask64(i8x16.eq(classA, none), i8x16.eq(classB, none), i8x16.eq(classC, none), i8x16.eq(classD, none));
      if (illegal != 0) {
        const at = block + <usize>ctz(illegal);
        if (at < end) report(at - 1, REASON_ESCAPE);
      }
      let units = inside & mask64(classA, classB, classC, classD);
      while (units != 0) {
        checkUnit(block + <usize>ctz(units), end);
        units &= units - 1;
      }
    }

    if (i8x16.bitmask(v128.or(v128.or(a, b), v128.or(c, d))) != 0) {
      checkedTo = checkUtf8(max(block, checkedTo), min(block + 64, end), end);
    }

    if (found != 0) {
      // A loop of varying length is mispredicted at nearly every block: eight stores without asking cost less.
      const count = <usize>popcnt(found);
      const at = <u32>(block - start);
      found = storeFour(out, at, found);
      found = storeFour(out + 16, at, found);
      if (count > 8) {
        found = storeFour(out + 32, at, found);
        found = storeFour(out + 48, at, found);
        for (let more = out + 64; found != 0; more += 4) {
          store<u32>(more, at + <u32>ctz(found));
          found &= found - 1;
        }
      }
      out += count << 2;
    }
    if (illegalAt != 0) break;
  }
  endsInString = stringCarry != 0;
  return out;
}

function report(at: usize, reason: i32): void {
  if (illegalAt != 0 && illegalAt <= at) return;
  illegalAt = at;
  illegalReason = reason;
}

/** The four digits of a `\u`. */
function checkUnit(at: usize, end: usize): void {
  for (let digit = at + 1; digit < at + 5; digit++) {
    if (digit >= end) return;
    if (!isHex(load<u8>(digit))) {
      report(at - 1, REASON_ESCAPE);
      return;
    }
  }
}

/** Checks the sequences that begin in [from, to); returns where the last one ends. RFC 3629. */
function checkUtf8(from: usize, to: usize, end: usize): usize {
  let at = from;
  while (at < to) {
    const lead: u32 = load<u8>(at);
    if (lead < 0x80) {
      at++;
      continue;
    }
    const size: usize = lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
    if (size == 0) {
      report(at, REASON_UTF8);
      return at + 1;
    }
    for (let index: usize = 1; index < size; index++) {
      if (at + index >= end) {
        cutSequence = at;
        return end;
      }
      const byte: u32 = load<u8>(at + index);
      const lowest: u32 = index > 1 ? 0x80 : lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
      const highest: u32 = index > 1 ? 0xbf : lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
      if (byte < lowest || byte > highest) {
        report(at, REASON_UTF8);
        return at + 1;
      }
    }
    at += size;
  }
  return at;
}
