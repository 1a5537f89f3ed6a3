// The header field that is being walked. The index wants the values of those alone that carry a tracking id.
import { hasBackslash, hasBackslashNear } from './backslashes';
import { KEEP_BYTES } from './entry-values';
import { emit, STRING } from './events';
import { CARRY, CARRY_BYTES, INPUT } from './layout';
import { closingQuote } from './positions';

/** The host compares header names that hold escapes. */
// @ts-ignore: decorator
@external("kernel", "isEscapedTrackingName")
declare function isEscapedTrackingName(start: usize, end: usize): i32;

let isTracking: bool = false;
/** Content of its value, 0 = none yet. */
let value: usize = 0;
let valueEnd: usize = 0;
let carrySide: usize = 0;

export function beginHeader(): void {
  isTracking = false;
  value = 0;
}

/** Of a name or value that stands there twice the last one counts, whatever it holds. */
export function forgetName(): void {
  isTracking = false;
}

export function forgetValue(): void {
  value = 0;
}

/** The string at `position` is the name. */
export function useName(position: usize): void {
  isTracking = isTrackingName(position);
}

/** The string [from, to) is the value. */
export function useValue(from: usize, to: usize): void {
  value = from;
  valueEnd = to;
}

/** The field is at its end: tells its value as this field of the entry if it carries a tracking id. */
export function endHeader(field: i32): void {
  // Tracking ids are short; a value longer than what is kept of strings is none.
  if (isTracking && value != 0 && valueEnd - value <= KEEP_BYTES) {
    // The masks do not cover a value that was kept aside: it passes for escaped.
    const escaped = value < INPUT || hasBackslash(value, valueEnd);
    emit(STRING, field, escaped ? 1 : 0, value, valueEnd);
  }
  value = 0;
}

/** Before the bytes move: the value of a field that is still open is kept aside. */
export function keepHeaderValue(): void {
  if (value < INPUT) return;
  const size = valueEnd - value;
  if (size > CARRY_BYTES) {
    value = 0;
    return;
  }
  const side = CARRY + carrySide;
  carrySide ^= CARRY_BYTES;
  memory.copy(side, value, size);
  value = side;
  valueEnd = side + size;
}

/** Whether `"name"` stands at `quote`. */
// @ts-ignore: decorator
@inline
export function isNameKey(quote: usize): bool {
  return load<u8>(quote) == 0x22 && load<u32>(quote, 1) == 0x656d616e && load<u8>(quote, 5) == 0x22;
}

/** Whether `"value"` stands at `quote`. */
// @ts-ignore: decorator
@inline
export function isValueKey(quote: usize): bool {
  return load<u8>(quote) == 0x22 && load<u32>(quote, 1) == 0x756c6176 && load<u16>(quote, 5) == 0x2265;
}

/** False: the string at `quote` is certainly not the name of a field that carries a tracking id. */
// @ts-ignore: decorator
@inline
export function mayBeTrackingName(quote: usize): bool {
  if (load<u8>(quote, 11) == 0x22 && (load<u8>(quote, 1) | 0x20) == 0x74) return true;
  // Escaped, the name is sixty bytes long at most, so its backslash stands in this or the next block of 64.
  return hasBackslashNear(quote);
}

/** `trackingid` in any case, spelled with escapes perhaps. */
function isTrackingName(position: usize): bool {
  const quote: usize = load<u32>(position);
  if (load<u8>(quote, 11) == 0x22) {
    if (
      (load<u64>(quote, 1) | 0x2020202020202020) == 0x676e696b63617274 &&
      (load<u16>(quote, 9) | 0x2020) == 0x6469
    )
      return true;
  }
  if (!hasBackslashNear(quote)) return false;
  const closing = closingQuote(position + 4);
  return hasBackslash(quote + 1, closing) && isEscapedTrackingName(quote + 1, closing) != 0;
}
