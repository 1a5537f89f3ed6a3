import { latin1ToBytes } from './bytes.ts';
import { decodeUtf16, encodeUtf16, utf16Order } from './utf16.ts';
import { decodeUtf32, encodeUtf32, utf32Order } from './utf32.ts';

/** A text of two or four bytes a character, and the way back. A byte-order mark stays in it. */
export interface WideText {
  readonly text: string;
  readonly encode: (text: string) => Uint8Array;
}

/** What bytes say in UTF-16 or UTF-32; `undefined` where they are neither. */
export function wideText(bytes: Uint8Array, mimeType: string): WideText | undefined {
  // Before UTF-16, whose mark is the beginning of the other.
  const four = utf32Order(bytes);
  const text = four === undefined ? undefined : decodeUtf32(bytes, four);
  if (four !== undefined && text !== undefined) return { text, encode: (by) => encodeUtf32(by, four) };
  const two = utf16Order(bytes, mimeType);
  return two === undefined
    ? undefined
    : { text: decodeUtf16(bytes, two), encode: (by) => encodeUtf16(by, two) };
}

/** How much of a text shows that it was read as one byte a character: its zeros. */
const HEAD = 4;

/** Whether a text could be UTF-16 that somebody took for one byte a character. `codes` are its first characters. */
export function mayBeMisread(codes: ArrayLike<number>, length: number): boolean {
  for (let at = 0; at < HEAD && at < length; at++) if (codes[at] === 0) return true;
  return false;
}

/** The bytes of such a text; `undefined` where it is none. */
export function misreadBytes(text: string): Uint8Array | undefined {
  const head = Array.from({ length: HEAD }, (_, at) => text.charCodeAt(at));
  if (!mayBeMisread(head, text.length) || /[^\0-\xff]/.test(text)) return undefined;
  const bytes = latin1ToBytes(text);
  return wideText(bytes, '') === undefined ? undefined : bytes;
}
