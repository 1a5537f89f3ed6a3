/** Bytes as a text with one character a byte (U+0000 to U+00FF), so that offsets into one are offsets into the other. */
export function bytesToLatin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE)
    text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return text;
}

/** The way back. Characters above U+00FF cannot stand in such a text. */
export function latin1ToBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** Arguments of one call; more would overflow the stack in some engines. */
const PIECE = 8192;

/** The bytes as UTF-8; `undefined` where they are not. A byte-order mark stays. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** How a base64 text was written, so that the way back writes it alike. */
export interface Base64Style {
  readonly urlSafe: boolean;
  readonly padded: boolean;
}

/** What base64 or base64url decodes to; `undefined` where a text is neither. Line ends inside are not kept. Spec: RFC 4648. */
export function decodeBase64(text: string): { bytes: Uint8Array; style: Base64Style } | undefined {
  const compact = /\s/.test(text) ? text.replace(/\s+/g, '') : text;
  if (!/^[A-Za-z0-9+/_-]*={0,2}$/.test(compact)) return undefined;
  const urlSafe = /[-_]/.test(compact);
  if (urlSafe && /[+/]/.test(compact)) return undefined;
  const padded = compact.endsWith('=') || compact.length % 4 === 0;
  const bytes = decodeSextets(compact);
  return bytes === undefined ? undefined : { bytes, style: { urlSafe, padded } };
}

/** Either alphabet of base64, as `atob` reads it: no padding or all of it, and never one character alone. */
function decodeSextets(text: string): Uint8Array | undefined {
  let { length } = text;
  while (length > 0 && text.charCodeAt(length - 1) === 61) length--;
  if (length % 4 === 1 || (length < text.length && text.length % 4 !== 0)) return undefined;
  const bytes = new Uint8Array(Math.floor((length * 3) / 4));
  let bits = 0;
  for (let at = 0, to = 0; at < length; at++) {
    bits = (bits << 6) | (SEXTETS[text.charCodeAt(at)] as number);
    const step = at & 3;
    if (step !== 0) bytes[to++] = bits >> (6 - 2 * step);
  }
  return bytes;
}

const SEXTETS = new Uint8Array(128);
for (const [value, sign] of Array.from(
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
).entries())
  SEXTETS[sign.charCodeAt(0)] = value;
SEXTETS[45] = 62;
SEXTETS[95] = 63;

/** Bytes as base64 in the given style. */
export function encodeBase64Bytes(bytes: Uint8Array, { urlSafe, padded }: Base64Style): string {
  const text = btoa(bytesToLatin1(bytes));
  const inAlphabet = urlSafe ? text.replaceAll('+', '-').replaceAll('/', '_') : text;
  return padded ? inAlphabet : inAlphabet.replace(/={1,2}$/, '');
}

/** How much of a body's beginning is enough to tell whether it is text. */
export const HEAD_BYTES = 64;

/** Whether bytes begin like text: UTF-8 without control characters. A character cut at the end of the head counts as whole. */
export function beginsLikeText(bytes: Uint8Array, length = bytes.length): boolean {
  const end = Math.min(length, HEAD_BYTES);
  for (let at = 0; at < end; ) {
    const size = textCharacterLength(bytes, at, end);
    if (size === 0) return false;
    at += size;
  }
  return true;
}

/** Bytes of the UTF-8 character at `at`; 0 where there is none, or a control character that text does not have. */
function textCharacterLength(bytes: Uint8Array, at: number, end: number): number {
  const first = bytes[at] as number;
  if (first < 128) return first < 9 || (first > 13 && first < 32) || first === 127 ? 0 : 1;
  const size =
    first >= 0xc2 && first < 0xe0
      ? 2
      : first >= 0xe0 && first < 0xf0
        ? 3
        : first >= 0xf0 && first < 0xf5
          ? 4
          : 0;
  for (let step = 1; step < size && at + step < end; step++)
    if (((bytes[at + step] as number) & 0xc0) !== 0x80) return 0;
  return size;
}
