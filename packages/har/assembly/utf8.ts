// UTF-8 by table lookup, 16 bytes at a time: three lookups by the halves of two neighbouring bytes classify every
// error that two bytes can show; what is left is that third and fourth bytes stand where the lead asks for them.
// Method: J. Keiser, D. Lemire, "Validating UTF-8 In Less Than One Instruction Per Byte" (2020). RFC 3629.

// What is wrong with a byte, given the one before it. A class is met when all three tables name it.
const TOO_SHORT: i8 = 1; // a lead without its continuation
const TOO_LONG: i8 = 2; // a continuation behind ASCII
const OVERLONG_3: i8 = 4; // E0 80…9F
const TOO_LARGE: i8 = 8; // F4 90…, F5…
const SURROGATE: i8 = 16; // ED A0…
const OVERLONG_2: i8 = 32; // C0, C1
const OVERLONG_4: i8 = 64; // F0 80…8F; also F5… 80…8F, which are too large
const CONTINUATIONS: i8 = -128; // two in a row: right or wrong is for the lead to say
/** Classes that say nothing about the low half of the first byte. */
const ANY_LOW: i8 = TOO_SHORT | TOO_LONG | CONTINUATIONS;
const LARGE_LOW: i8 = ANY_LOW | TOO_LARGE | OVERLONG_4;

/** Whether the 16 bytes at `at` are UTF-8, as far as they and the three before them tell. */
// @ts-ignore: decorator
@inline
export function isUtf8(at: usize): bool {
  const bytes = v128.load(at);
  const before = v128.load(at - 1);
  const nibble = i8x16.splat(15);
  const byFirstHigh = i8x16.swizzle(
    i8x16(
      TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG,
      CONTINUATIONS, CONTINUATIONS, CONTINUATIONS, CONTINUATIONS,
      TOO_SHORT | OVERLONG_2,
      TOO_SHORT,
      TOO_SHORT | OVERLONG_3 | SURROGATE,
      TOO_SHORT | TOO_LARGE | OVERLONG_4,
    ),
    i8x16.shr_u(before, 4),
  );
  const byFirstLow = i8x16.swizzle(
    i8x16(
      ANY_LOW | OVERLONG_3 | OVERLONG_2 | OVERLONG_4,
      ANY_LOW | OVERLONG_2,
      ANY_LOW,
      ANY_LOW,
      ANY_LOW | TOO_LARGE,
      LARGE_LOW, LARGE_LOW, LARGE_LOW, LARGE_LOW, LARGE_LOW, LARGE_LOW, LARGE_LOW, LARGE_LOW,
      LARGE_LOW | SURROGATE,
      LARGE_LOW, LARGE_LOW,
    ),
    v128.and(before, nibble),
  );
  const bySecondHigh = i8x16.swizzle(
    i8x16(
      TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
      TOO_LONG | OVERLONG_2 | CONTINUATIONS | OVERLONG_3 | OVERLONG_4,
      TOO_LONG | OVERLONG_2 | CONTINUATIONS | OVERLONG_3 | TOO_LARGE,
      TOO_LONG | OVERLONG_2 | CONTINUATIONS | SURROGATE | TOO_LARGE,
      TOO_LONG | OVERLONG_2 | CONTINUATIONS | SURROGATE | TOO_LARGE,
      TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
    ),
    i8x16.shr_u(bytes, 4),
  );
  const errors = v128.and(v128.and(byFirstHigh, byFirstLow), bySecondHigh);
  // Two bytes behind E0 or more and three behind F0 or more (what is left of them is then 80 or more),
  // CONTINUATIONS is what has to be there.
  const third = i8x16.sub_sat_u(v128.load(at - 2), i8x16.splat(0x60));
  const fourth = i8x16.sub_sat_u(v128.load(at - 3), i8x16.splat(0x70));
  const needed = v128.and(v128.or(third, fourth), i8x16.splat(-128));
  return !v128.any_true(v128.xor(errors, needed));
}
