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
  return even > units * 0.6 && odd === 0 ? 'big' : undefined;
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
