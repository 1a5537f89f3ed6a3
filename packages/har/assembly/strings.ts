// Strings byte by byte: where exactly one is damaged, and where one may be cut. Only for what stage 1 finds
// suspect and for the end of a chunk, so it need not be fast.
import { isHex } from './string-checks';

export const NO_DAMAGE: i32 = 0;
export const CUT_IN_STRING: i32 = 20;
export const CONTROL_CHARACTER: i32 = 21;
export const BAD_ESCAPE: i32 = 22;
export const BAD_UTF8: i32 = 23;

/** Set by `checkString`: where the string ends or is damaged. */
export let stoppedAt: usize = 0;

/** Walks a string's content from `at` to its closing quote; `CUT_IN_STRING` when `end` comes first. */
export function checkString(at: usize, end: usize): i32 {
  for (; at < end; ) {
    const byte: u32 = load<u8>(at);
    stoppedAt = at;
    if (byte == 0x22) return NO_DAMAGE;
    if (byte < 0x20) return CONTROL_CHARACTER;
    const size = byte == 0x5c ? escapeSize(at, end) : byte < 0x80 ? 1 : utf8Size(at, end);
    if (size < 0) return byte == 0x5c ? BAD_ESCAPE : BAD_UTF8;
    if (size == 0) break;
    at += <usize>size;
  }
  stoppedAt = end;
  return CUT_IN_STRING;
}

/** Length of the escape at `at`; 0 = cut, -1 = not an escape. */
function escapeSize(at: usize, end: usize): i32 {
  if (at + 1 >= end) return 0;
  switch (load<u8>(at, 1)) {
    case 0x22:
    case 0x5c:
    case 0x2f:
    case 0x62:
    case 0x66:
    case 0x6e:
    case 0x72:
    case 0x74:
      return 2;
    case 0x75:
      break;
    default:
      return -1;
  }
  for (let digit = at + 2; digit < at + 6; digit++) {
    if (digit >= end) return 0;
    if (!isHex(load<u8>(digit))) return -1;
  }
  return 6;
}

/** Length of the UTF-8 sequence at `at`; 0 = cut, -1 = not UTF-8 (RFC 3629: no surrogates, no overlong forms). */
function utf8Size(at: usize, end: usize): i32 {
  const lead: u32 = load<u8>(at);
  const size = sequenceSize(lead);
  if (size == 0) return -1;
  for (let index: usize = 1; index < size; index++) {
    if (at + index >= end) return 0;
    const byte: u32 = load<u8>(at + index);
    const lowest: u32 = index > 1 ? 0x80 : lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    const highest: u32 = index > 1 ? 0xbf : lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    if (byte < lowest || byte > highest) return -1;
  }
  return <i32>size;
}

function sequenceSize(lead: u32): usize {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

/** The last place up to `end` that cuts neither a UTF-8 sequence nor an escape in two. */
export function wholeCharacters(start: usize, end: usize): usize {
  let at = end;
  // At most three bytes back stands the lead of a sequence that may be cut.
  for (let back: usize = 1; back <= 3 && end - back >= start; back++) {
    const byte: u32 = load<u8>(end - back);
    if ((byte & 0xc0) == 0x80) continue;
    if (sequenceSize(byte) > back) at = end - back;
    break;
  }
  // The longest escape has six bytes, so only a backslash among the last five can begin one that is cut.
  for (let back: usize = 1; back <= 5 && at - back >= start; back++) {
    const last = at - back;
    if (load<u8>(last) != 0x5c) continue;
    let first = last;
    while (first > start && load<u8>(first - 1) == 0x5c) first--;
    if (((last - first) & 1) != 0) break;
    const size: usize = back > 1 && load<u8>(last, 1) == 0x75 ? 6 : 2;
    if (size > back) at = last;
    break;
  }
  return at;
}
