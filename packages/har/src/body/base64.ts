import { BASE64_DIGIT } from '../sniff/base64-digit.ts';

const padding = 0x3d;

/**
 * Decodes base64 given as its ASCII bytes: line breaks are skipped, missing padding is fine.
 * undefined when it is no base64. `truncated`: the text was cut, so whatever whole bytes it holds are given.
 */
export function decodeBase64(text: Uint8Array, truncated = false): Uint8Array | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4) + 3);
  let size = 0;
  let group = 0;
  let digits = 0;
  let at = 0;
  for (; at < text.length; at++) {
    const byte = text[at] as number;
    const digit = BASE64_DIGIT[byte] as number;
    if (digit < 64) {
      group = (group << 6) | digit;
      if (++digits === 4) {
        bytes[size++] = group >> 16;
        bytes[size++] = group >> 8;
        bytes[size++] = group;
        group = 0;
        digits = 0;
      }
    } else if (!isBlank(byte)) {
      break;
    }
  }
  if (!isPadding(text, at)) return undefined;
  if (digits === 1 && !truncated) return undefined;
  if (digits >= 2) bytes[size++] = (group << (24 - 6 * digits)) >> 16;
  if (digits === 3) bytes[size++] = (group << 6) >> 8;
  return bytes.subarray(0, size);
}

function isPadding(text: Uint8Array, from: number): boolean {
  for (let at = from; at < text.length; at++) {
    const byte = text[at] as number;
    if (byte !== padding && !isBlank(byte)) return false;
  }
  return true;
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Encodes bytes as base64 with padding (RFC 4648 §4). */
export function encodeBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  // 24 KiB a piece: `String.fromCharCode` takes its codes as arguments, and engines cap those at some 64 Ki.
  const step = 24_576;
  for (let from = 0; from < bytes.length; from += step) {
    pieces.push(encodePiece(bytes.subarray(from, from + step)));
  }
  return pieces.join('');
}

const letterCodes = new TextEncoder().encode(letters);

function encodePiece(bytes: Uint8Array): string {
  const codes = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  let size = 0;
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    const left = bytes.length - at;
    codes[size++] = letterCodes[a >> 2] as number;
    codes[size++] = letterCodes[((a & 3) << 4) | (b >> 4)] as number;
    codes[size++] = left > 1 ? (letterCodes[((b & 15) << 2) | (c >> 6)] as number) : padding;
    codes[size++] = left > 2 ? (letterCodes[c & 63] as number) : padding;
  }
  return String.fromCharCode(...codes);
}
