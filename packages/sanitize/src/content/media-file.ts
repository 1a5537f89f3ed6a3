import { bytesToLatin1, decodeBase64 } from './bytes.ts';
import { utf16Order } from './utf16.ts';

/** First bytes of formats that hold pictures, sound or outlines and no text that a server reads. Source: WHATWG MIME Sniffing §6. */
const MARKS: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x77, 0x4f, 0x46, 0x46],
  [0x77, 0x4f, 0x46, 0x32],
  [0x00, 0x01, 0x00, 0x00, 0x00],
  [0x4f, 0x54, 0x54, 0x4f],
  [0x49, 0x44, 0x33],
  [0x4f, 0x67, 0x67, 0x53],
  [0x1a, 0x45, 0xdf, 0xa3],
];

/** Whether bytes are a picture, a font, sound or film by their first bytes. */
export function isMediaFile(bytes: Uint8Array): boolean {
  if (MARKS.some((mark) => mark.every((byte, at) => bytes[at] === byte))) return true;
  const isRiff = bytes[0] === 0x52 && bytes[1] === 0x49 && bytes[2] === 0x46 && bytes[3] === 0x46;
  // An icon says how many pictures it holds, and a film how long its first box is.
  const isIcon =
    bytes[0] === 0 &&
    bytes[1] === 0 &&
    bytes[2] === 1 &&
    bytes[3] === 0 &&
    bytes[5] === 0 &&
    (bytes[4] ?? 0) < 32 &&
    bytes[9] === 0;
  const isIsoMedia =
    bytes[0] === 0 &&
    bytes[1] === 0 &&
    bytes[2] === 0 &&
    bytes[4] === 0x66 &&
    bytes[5] === 0x74 &&
    bytes[6] === 0x79 &&
    bytes[7] === 0x70;
  return isRiff || isIcon || isIsoMedia;
}

/** A shorter one is looked at as fast as this is found out. */
const MIN_WRITTEN = 512;

/** Base64 of 129 bytes: as many as decide whether bytes are a text. */
const HEAD = 172;

/**
 * Whether base64, given as its characters, is certainly a picture or its like and no text, without decoding more than
 * its beginning. `false` says nothing.
 */
export function isWrittenMedia(base64: Uint8Array, mimeType: string): boolean {
  if (base64.length < MIN_WRITTEN) return false;
  const head = decodeBase64(bytesToLatin1(base64.subarray(0, HEAD)))?.bytes;
  if (head === undefined || !isMediaFile(head) || utf16Order(head.subarray(0, 128), mimeType) !== undefined)
    return false;
  const first = head[0] as number;
  // No text of UTF-8 begins like this, and none that is looked into has a zero.
  const isNoText = (first >= 0x80 && first < 0xc2) || first >= 0xf5 || head.includes(0);
  return isNoText && isPaddedBase64(base64);
}

/** The usual alphabet, padded, without a line end. */
function isPaddedBase64(base64: Uint8Array): boolean {
  let { length } = base64;
  if (length % 4 !== 0) return false;
  for (let signs = 0; signs < 2 && base64[length - 1] === 61; signs++) length--;
  for (let at = 0; at < length; at++) if (IN_ALPHABET[base64[at] as number] === 0) return false;
  return true;
}

const IN_ALPHABET = Uint8Array.from({ length: 256 }, (_, code) =>
  Number(/[A-Za-z0-9+/]/.test(String.fromCharCode(code))),
);
