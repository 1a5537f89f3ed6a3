import type { ByteOrder } from './utf16.ts';

/** How many characters of a text are looked at. */
const SAMPLE = 64;

/** Whether bytes are UTF-32, by their mark or by the zeros that each character has. Spec: Unicode 3.10, D99 to D101. */
export function utf32Order(bytes: Uint8Array): ByteOrder | undefined {
  if (bytes.length < 16 || bytes.length % 4 !== 0) return undefined;
  if (isWritten(bytes, 'little')) return 'little';
  return isWritten(bytes, 'big') ? 'big' : undefined;
}

/** Whether the first characters are ones of a text, half of them ASCII at least. */
function isWritten(bytes: Uint8Array, order: ByteOrder): boolean {
  const view = viewOf(bytes);
  const count = Math.min(SAMPLE, bytes.length / 4);
  let ascii = 0;
  for (let at = 0; at < count; at++) {
    const point = view.getUint32(at * 4, order === 'little');
    if (point > 0x10ffff || (point < 32 && point !== 9 && point !== 10 && point !== 13)) return false;
    if (point < 127) ascii++;
  }
  return ascii * 2 >= count;
}

function viewOf({ buffer, byteOffset, length }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, length);
}

/** `undefined` where a character is none: it could not be written back. */
export function decodeUtf32(bytes: Uint8Array, order: ByteOrder): string | undefined {
  const view = viewOf(bytes);
  let text = '';
  for (let at = 0; at < bytes.length; at += 4) {
    const point = view.getUint32(at, order === 'little');
    if (point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) return undefined;
    text += String.fromCodePoint(point);
  }
  return text;
}

export function encodeUtf32(text: string, order: ByteOrder): Uint8Array {
  const points = Array.from(text, (sign) => sign.codePointAt(0) as number);
  const bytes = new Uint8Array(points.length * 4);
  const view = viewOf(bytes);
  for (const [at, point] of points.entries()) view.setUint32(at * 4, point, order === 'little');
  return bytes;
}
