// JSON numbers: grammar, and their exact value where 64-bit arithmetic gives it.

/** Set by `scanNumber`: where the number ends, or where it breaks the grammar. */
export let numberEnd: usize = 0;
/** Set by `exactValue`. */
export let numberValue: f64 = 0;

/** What `scanNumber` read: ±mantissa × 10^exponent; `tooLong`: with more digits than the mantissa holds. */
let mantissa: u64 = 0;
let exponent: i32 = 0;
let negative: bool = false;
let tooLong: bool = false;

const MOST_DIGITS = 19;
/** Every whole number up to here is a double. */
const MOST_EXACT: u64 = 0x1fffffffffffff;

// @ts-ignore: decorator
@inline
function isDigit(byte: u32): bool {
  return byte - 0x30 < 10;
}

/** Walks a number at `at`, never beyond `end`; false where it breaks JSON's grammar. */
export function scanNumber(at: usize, end: usize): bool {
  let value: u64 = 0;
  let digits: i32 = 0;
  let power: i32 = 0;
  negative = at < end && load<u8>(at) == 0x2d;
  if (negative) at++;
  if (at >= end || !isDigit(load<u8>(at))) {
    numberEnd = at;
    return false;
  }
  if (load<u8>(at) == 0x30) {
    at++;
  } else {
    for (; at < end; at++) {
      const digit: u32 = <u32>load<u8>(at) - 0x30;
      if (digit > 9) break;
      value = value * 10 + digit;
      digits++;
    }
  }
  if (at < end && load<u8>(at) == 0x2e) {
    at++;
    const from = at;
    for (; at < end; at++) {
      const digit: u32 = <u32>load<u8>(at) - 0x30;
      if (digit > 9) break;
      value = value * 10 + digit;
      // Zeros before the first digit take no room.
      if (digits != 0 || digit != 0) digits++;
    }
    if (at == from) {
      numberEnd = at;
      return false;
    }
    power = <i32>from - <i32>at;
  }
  if (at < end && (load<u8>(at) | 0x20) == 0x65) {
    at++;
    let negativePower = false;
    if (at < end && (load<u8>(at) == 0x2b || load<u8>(at) == 0x2d)) {
      negativePower = load<u8>(at) == 0x2d;
      at++;
    }
    const from = at;
    let written: i32 = 0;
    for (; at < end && isDigit(load<u8>(at)); at++) {
      if (written < 10000) written = written * 10 + (load<u8>(at) - 0x30);
    }
    if (at == from) {
      numberEnd = at;
      return false;
    }
    power += negativePower ? -written : written;
  }
  numberEnd = at;
  mantissa = value;
  exponent = power;
  tooLong = digits > MOST_DIGITS;
  return true;
}

/** Whether `numberValue` is now, bit for bit, the number that was scanned; else the host has to read its text. */
export function exactValue(): bool {
  if (tooLong) return false;
  let value: f64;
  if (mantissa == 0) {
    value = 0;
  } else if (exponent == 0 && mantissa <= MOST_EXACT) {
    value = <f64>mantissa;
  } else if (exponent < 0 && exponent >= -18) {
    value = divideExactly(mantissa, powerOfTen(-exponent));
    if (isNaN(value)) return false;
  } else if (exponent > 0 && exponent <= 18 && mantissa <= MOST_EXACT) {
    // Both factors are doubles (10^22 is the last such power), so this rounds once (IEEE 754).
    value = <f64>mantissa * powerOfTen(exponent);
  } else {
    return false;
  }
  numberValue = negative ? -value : value;
  return true;
}

/** 10^0 to 10^18, which are doubles. */
const POWERS: usize = memory.data<f64>(
  [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18],
);

// @ts-ignore: decorator
@inline
function powerOfTen(exponent: i32): f64 {
  return load<f64>(POWERS + (<usize>exponent << 3));
}

/** Splits a double into two halves of 26 bits (Veltkamp), so that products of halves are exact. */
const SPLITTER: f64 = 134217729;

/**
 * mantissa / divisor rounded once, for divisors that are doubles: computed as a double and the double that it
 * is off by (Dekker's double-double arithmetic). NaN when the true value lies too near the middle of two doubles.
 */
function divideExactly(mantissa: u64, divisor: f64): f64 {
  const nearest = <f64>mantissa;
  // Numerator and denominator are exact: one division rounds once (IEEE 754).
  if (mantissa <= MOST_EXACT) return nearest / divisor;
  const missing = <f64>(<i64>(mantissa - <u64>nearest));
  const quotient = nearest / divisor;
  const back = quotient * divisor;
  const correction = (nearest - back - productError(quotient, divisor, back) + missing) / divisor;
  const doubt = abs(correction) * 2.842170943040401e-14; // 2^-45; the correction itself is good to 2^-50
  const value = quotient + (correction - doubt);
  return value == quotient + (correction + doubt) ? value : NaN;
}

/** What `product`, the rounded a × b, lacks of the true product; exact. */
function productError(a: f64, b: f64, product: f64): f64 {
  const aSplit = a * SPLITTER;
  const aHigh = aSplit - (aSplit - a);
  const aLow = a - aHigh;
  const bSplit = b * SPLITTER;
  const bHigh = bSplit - (bSplit - b);
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}
