/** Order of the two bytes of each unit of UTF-16. */
export type ByteOrder = 'little' | 'big';

/** How many units of a text are looked at. */
const SAMPLE_UNITS = 64;

/** Whether bytes are UTF-16, by their mark, by what the media type says, or by every other byte being 0. */
export function utf16Order(bytes: Uint8Array, mimeType: string): ByteOrder | undefined {
  if (bytes.length < 8 || bytes.length % 2 === 1) return undefined;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'little';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'big';
  const said = /charset="?utf-16(le|be)?/i.exec(mimeType);
  if (said !== null) return said[1]?.toLowerCase() === 'be' ? 'big' : 'little';
  const units = Math.min(SAMPLE_UNITS, bytes.length / 2);
  let even = 0;
  let odd = 0;
  for (let unit = 0; unit < units; unit++) {
    if (bytes[unit * 2] === 0) even++;
    if (bytes[unit * 2 + 1] === 0) odd++;
  }
  if (odd > units * 0.6 && even === 0) return 'little';
  if (even > units * 0.6 && odd === 0) return 'big';
  // In other scripts every other byte is anything; a few characters of ASCII among nothing but letters tell.
  if (asciiAmongLetters(bytes, units, 0) >= MIN_ASCII) return 'little';
  return asciiAmongLetters(bytes, units, 1) >= MIN_ASCII ? 'big' : undefined;
}

/** Of drawn bytes, one unit in seven hundred is ASCII, and one in twenty no character of a text. */
const MIN_ASCII = 3;

/** How many units are ASCII when the first byte (0) or the second (1) is the low one; 0 where one of them is no character of a text. */
function asciiAmongLetters(bytes: Uint8Array, units: number, low: 0 | 1): number {
  let ascii = 0;
  let isInPair = false;
  for (let at = 0; at < units * 2; at += 2) {
    const unit = (bytes[at + low] as number) | ((bytes[at + 1 - low] as number) << 8);
    const isLow = unit >= 0xdc00 && unit < 0xe000;
    if (isInPair !== isLow) return 0;
    isInPair = unit >= 0xd800 && unit < 0xdc00;
    const isControl = (unit < 32 && unit !== 9 && unit !== 10 && unit !== 13) || (unit > 126 && unit < 160);
    // Private use, and what is no character.
    if (isControl || (unit >= 0xe000 && unit < 0xf900) || unit >= 0xfff0) return 0;
    if (unit < 127) ascii++;
  }
  return ascii;
}

export function decodeUtf16(bytes: Uint8Array, order: ByteOrder): string {
  return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(order === 'little' ? bytes : swapped(bytes));
}

export function encodeUtf16(text: string, order: ByteOrder): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    bytes[at * 2] = code & 0xff;
    bytes[at * 2 + 1] = code >> 8;
  }
  return order === 'little' ? bytes : swapped(bytes);
}

function swapped(bytes: Uint8Array): Uint8Array {
  const other = new Uint8Array(bytes.length);
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    other[at] = bytes[at + 1] as number;
    other[at + 1] = bytes[at] as number;
  }
  return other;
}
