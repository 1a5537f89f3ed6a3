// JSON numbers: grammar, and their exact value where 64-bit arithmetic gives it.

/** Set by `scanNumber`: where the number ends, or where it breaks the grammar. */
export let numberEnd: usize = 0;
/** Set by `scanNumber`: 0 = not a number, 1 = `numberValue` is exact, 2 = the host has to read the text. */
export let numberValue: f64 = 0;

// @ts-ignore: decorator
@inline
function isDigit(byte: u32): bool {
  return byte - 0x30 < 10;
}

/** Walks a number at `at`, never beyond `end`. */
export function scanNumber(at: usize, end: usize): i32 {
  let mantissa: u64 = 0;
  let digits: i32 = 0;
  let exponent: i32 = 0;
  const negative = at < end && load<u8>(at) == 0x2d;
  if (negative) at++;
  if (at >= end || !isDigit(load<u8>(at))) {
    numberEnd = at;
    return 0;
  }
  if (load<u8>(at) == 0x30) {
    at++;
  } else {
    while (at < end) {
      const byte: u32 = load<u8>(at);
      if (!isDigit(byte)) break;
      if (digits < 19) {
        mantissa = mantissa * 10 + (byte - 0x30);
        digits++;
      } else {
        digits = 99;
      }
      at++;
    }
  }
  if (at < end && load<u8>(at) == 0x2e) {
    at++;
    const from = at;
    while (at < end) {
      const byte: u32 = load<u8>(at);
      if (!isDigit(byte)) break;
      if (digits < 19) {
        mantissa = mantissa * 10 + (byte - 0x30);
        if (mantissa != 0) digits++;
        exponent--;
      } else {
        digits = 99;
      }
      at++;
    }
    if (at == from) {
      numberEnd = at;
      return 0;
    }
  }
  if (at < end && (load<u8>(at) | 0x20) == 0x65) {
    at++;
    let negativeExponent = false;
    if (at < end && (load<u8>(at) == 0x2b || load<u8>(at) == 0x2d)) {
      negativeExponent = load<u8>(at) == 0x2d;
      at++;
    }
    const from = at;
    let written: i32 = 0;
    while (at < end) {
      const byte: u32 = load<u8>(at);
      if (!isDigit(byte)) break;
      if (written < 10000) written = written * 10 + (byte - 0x30);
      at++;
    }
    if (at == from) {
      numberEnd = at;
      return 0;
    }
    exponent += negativeExponent ? -written : written;
  }
  numberEnd = at;
  if (digits > 19) return 2;
  let value: f64;
  if (mantissa == 0) {
    value = 0;
  } else if (exponent == 0 && mantissa <= 0x1fffffffffffff) {
    value = <f64>mantissa;
  } else if (exponent < 0 && exponent >= -18) {
    value = divideExactly(mantissa, powerOfTen(-exponent));
  } else if (exponent > 0 && exponent <= 18 && mantissa <= 0x1fffffffffffff) {
    // Both factors are exact in f64 (10^22 is the last power that is), so this rounds once (IEEE 754).
    value = <f64>mantissa * <f64>powerOfTen(exponent);
  } else {
    return 2;
  }
  numberValue = negative ? -value : value;
  return 1;
}

function powerOfTen(exponent: i32): u64 {
  let power: u64 = 1;
  for (let i = 0; i < exponent; i++) power *= 10;
  return power;
}

/** mantissa / divisor rounded to nearest even, for divisors up to 10^18. */
function divideExactly(mantissa: u64, divisor: u64): f64 {
  if (mantissa <= 0x1fffffffffffff) {
    // Numerator and denominator are exact in f64: one division rounds once (IEEE 754).
    return <f64>mantissa / <f64>divisor;
  }
  let quotient = mantissa / divisor;
  let rest = mantissa % divisor;
  let shift: i32 = 0;
  // 55 significant bits: 53 and two to round by; what is left of `rest` is sticky.
  while (quotient < 0x40000000000000) {
    rest <<= 1;
    quotient <<= 1;
    if (rest >= divisor) {
      rest -= divisor;
      quotient |= 1;
    }
    shift++;
  }
  let extra: i32 = 0;
  let sticky = rest != 0;
  while (quotient >= 0x80000000000000) {
    if ((quotient & 1) != 0) sticky = true;
    quotient >>= 1;
    extra++;
  }
  const low = quotient & 3;
  quotient >>= 2;
  if (low > 2 || (low == 2 && (sticky || (quotient & 1) != 0))) quotient++;
  let value = <f64>quotient;
  for (let left = 2 + extra - shift; left < 0; left++) value *= 0.5;
  for (let left = 2 + extra - shift; left > 0; left--) value *= 2;
  return value;
}
