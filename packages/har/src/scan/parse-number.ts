/** Powers of ten that a double holds exactly. */
const powersOfTen = Float64Array.from({ length: 23 }, (_, power) => 10 ** power);
/** More digits than this may not fit the exact arithmetic below. */
const MAX_DIGITS = 19;
/** Digits that a double holds exactly whatever they are. */
const EXACT_DIGITS = 15;

/**
 * The number that `bytes[start, end)` write by JSON's grammar, bit for bit as JSON.parse reads it. Browsers
 * write durations with 16 or 17 digits, so those are computed here too; what could round either way, and what
 * nobody writes into a capture, goes through a string.
 */
export function parseNumber(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  const negative = bytes[at] === 0x2d;
  if (negative) at++;
  // The digits as head × 10^tailDigits + tail, both exact.
  let head = 0;
  let tail = 0;
  let digits = 0;
  let power = 0;
  let point = -1;
  for (; at < end; at++) {
    const digit = (bytes[at] as number) - 0x30;
    if (digit >= 0 && digit <= 9) {
      if (digits === 0 && digit === 0) continue;
      digits++;
      if (digits <= EXACT_DIGITS) head = head * 10 + digit;
      else tail = tail * 10 + digit;
    } else if (digit === -2) point = at;
    else break;
  }
  if (digits > MAX_DIGITS) return viaText(bytes, start, end);
  if (point >= 0) power = point + 1 - at;
  if (at < end) {
    const negativePower = bytes[at + 1] === 0x2d;
    let written = 0;
    for (at += negativePower || bytes[at + 1] === 0x2b ? 2 : 1; at < end && written < 10_000; at++)
      written = written * 10 + (bytes[at] as number) - 0x30;
    power += negativePower ? -written : written;
  }
  let value: number;
  if (digits <= EXACT_DIGITS) {
    if (power === 0 || head === 0) value = head;
    else if (power < 0 && power >= -22) value = head / (powersOfTen[-power] as number);
    else if (power > 0 && power <= 22) value = head * (powersOfTen[power] as number);
    else return viaText(bytes, start, end);
  } else {
    value = power > 0 || power < -22 ? Number.NaN : divideExactly(head, digits - EXACT_DIGITS, tail, -power);
    if (Number.isNaN(value)) return viaText(bytes, start, end);
  }
  return negative ? -value : value;
}

/** Splits a double into two halves of 26 bits (Veltkamp), so that products of halves are exact. */
const SPLITTER = 134_217_729;

/**
 * (head × 10^shift + tail) / 10^scale, rounded once: computed as a double and the double that it is off by
 * (Dekker's double-double arithmetic). NaN when the true value lies too near the middle of two doubles.
 */
function divideExactly(head: number, shift: number, tail: number, scale: number): number {
  const factor = powersOfTen[shift] as number;
  const product = head * factor;
  const sum = product + tail;
  const low = productError(head, factor, product) + (tail - (sum - product));
  const divisor = powersOfTen[scale] as number;
  const quotient = sum / divisor;
  const back = quotient * divisor;
  const correction = (sum - back - productError(quotient, divisor, back) + low) / divisor;
  const doubt = Math.abs(correction) * 2 ** -45;
  const value = quotient + (correction - doubt);
  return value === quotient + (correction + doubt) ? value : Number.NaN;
}

/** What `product`, the rounded a × b, lacks of the true product; exact. */
function productError(a: number, b: number, product: number): number {
  const aSplit = a * SPLITTER;
  const aHigh = aSplit - (aSplit - a);
  const aLow = a - aHigh;
  const bSplit = b * SPLITTER;
  const bHigh = bSplit - (bSplit - b);
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

function viaText(bytes: Uint8Array, start: number, end: number): number {
  let text = '';
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at] as number);
  return Number(text);
}
