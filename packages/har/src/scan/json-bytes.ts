/*
 * The small words of JSON as bytes: what stands inside strings, numbers, and behind them. Spec: RFC 8259.
 * All of them stop at `length`, whatever lies behind it.
 */

/** 1: characters that make a two-character escape. */
export const simpleEscape = new Uint8Array(256);
for (const char of '"\\/bfnrt') simpleEscape[char.charCodeAt(0)] = 1;

/** 1: what may stand right behind a number or literal. */
export const endsScalar = new Uint8Array(256);
for (const char of ' \n\r\t,}]:{["') endsScalar[char.charCodeAt(0)] = 1;

/** Length of the escape at `at`; 0 = cut, -1 = not an escape. */
export function escapeLength(bytes: Uint8Array, at: number, length: number): number {
  if (at + 1 >= length) return 0;
  const letter = bytes[at + 1] as number;
  if (simpleEscape[letter] === 1) return 2;
  if (letter !== 0x75) return -1;
  for (let index = at + 2; index < at + 6; index++) {
    if (index >= length) return 0;
    if (!isHex(bytes[index] as number)) return -1;
  }
  return 6;
}

function isHex(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66);
}

/** Length of the UTF-8 sequence at `at`; 0 = cut, -1 = not UTF-8 (RFC 3629: no surrogates, no overlong forms). */
export function utf8Length(bytes: Uint8Array, at: number, length: number): number {
  const lead = bytes[at] as number;
  const size =
    lead >= 0xc2 && lead <= 0xdf
      ? 2
      : lead >= 0xe0 && lead <= 0xef
        ? 3
        : lead >= 0xf0 && lead <= 0xf4
          ? 4
          : 0;
  if (size === 0) return -1;
  for (let index = 1; index < size; index++) {
    if (at + index >= length) return 0;
    const byte = bytes[at + index] as number;
    const lowest = index > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const highest = index > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (byte < lowest || byte > highest) return -1;
  }
  return size;
}

/** Where the number at `at` ends; where it breaks JSON's grammar, the complement (~) of that place. */
export function numberEnd(bytes: Uint8Array, from: number, length: number): number {
  let at = from;
  if (at < length && bytes[at] === 0x2d) at++;
  if (at < length && bytes[at] === 0x30) at++;
  else {
    const digits = at;
    at = digitsEnd(bytes, at, length);
    if (at === digits) return ~at;
  }
  if (at < length && bytes[at] === 0x2e) {
    const digits = ++at;
    at = digitsEnd(bytes, at, length);
    if (at === digits) return ~at;
  }
  if (at < length && ((bytes[at] as number) | 0x20) === 0x65) {
    at++;
    if (at < length && (bytes[at] === 0x2b || bytes[at] === 0x2d)) at++;
    const digits = at;
    at = digitsEnd(bytes, at, length);
    if (at === digits) return ~at;
  }
  return at;
}

function digitsEnd(bytes: Uint8Array, from: number, length: number): number {
  let at = from;
  while (at < length && ((bytes[at] as number) - 0x30) >>> 0 <= 9) at++;
  return at;
}
