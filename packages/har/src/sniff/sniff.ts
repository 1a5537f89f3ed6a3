import { BASE64_DIGIT } from './base64-digit.ts';
import { describeOther, type OtherFile } from './other-files.ts';

/** How many bytes of a file's beginning {@link sniff} looks at. */
export const SNIFF_BYTES = 4096;

/** What Harrier opens. `har-json` is JSON of any kind: the scanner judges it. */
export type OpenableKind =
  | 'har-json'
  | 'utf-16le'
  | 'utf-16be'
  | 'jsonp'
  | 'base64'
  | 'gzip'
  | 'zlib'
  | 'zip';

/** What a file is, by its content. */
export type Sniffed =
  | { readonly kind: 'empty' }
  | { readonly kind: 'other'; readonly other: OtherFile }
  | {
      readonly kind: OpenableKind;
      /** First byte that counts: behind a byte order mark, a call's bracket, a `data:` URL's comma. */
      readonly offset: number;
    };

/**
 * Says what a file is, by its content and never by its name: people rename `.saz` to `.zip`, mail
 * programs append `.txt`. `head` is the file's beginning (up to {@link SNIFF_BYTES}), `sizeBytes` the whole.
 */
export function sniff(head: Uint8Array, sizeBytes: number): Sniffed {
  if (sizeBytes === 0 || head.length === 0) return { kind: 'empty' };
  return (
    sniffContainer(head) ??
    sniffText(head) ??
    sniffBase64(head) ?? { kind: 'other', other: describeOther(head) }
  );
}

function sniffContainer(head: Uint8Array): Sniffed | undefined {
  const [first, second, third, fourth] = head;
  if (first === 0x1f && second === 0x8b) return { kind: 'gzip', offset: 0 };
  // PK, then the mark of a member, of an empty archive, or of a part of a split one.
  if (first === 0x50 && second === 0x4b && ZIP_MARKS.has((third ?? 0) * 256 + (fourth ?? 0))) {
    return { kind: 'zip', offset: 0 };
  }
  // zlib (RFC 1950): deflate with the usual window and no dictionary. "x" begins words too, but of the
  // four second bytes in use none is a letter or a digit.
  if (first === 0x78 && second !== undefined && ZLIB_LEVELS.has(second)) return { kind: 'zlib', offset: 0 };
  return undefined;
}

const ZIP_MARKS: ReadonlySet<number> = new Set([0x0304, 0x0506, 0x0708]);
const ZLIB_LEVELS: ReadonlySet<number> = new Set([0x01, 0x5e, 0x9c, 0xda]);

function sniffText(head: Uint8Array): Sniffed | undefined {
  const [first, second, third, fourth] = head;
  if (first === 0xff && second === 0xfe && !(third === 0 && fourth === 0)) {
    return startsLikeJson(head, 2, 2) ? { kind: 'utf-16le', offset: 2 } : undefined;
  }
  if (first === 0xfe && second === 0xff) {
    return startsLikeJson(head, 3, 2) ? { kind: 'utf-16be', offset: 2 } : undefined;
  }
  if (first !== 0 && second === 0 && third !== 0 && startsLikeJson(head, 0, 2)) {
    return { kind: 'utf-16le', offset: 0 };
  }
  if (first === 0 && second !== 0 && startsLikeJson(head, 1, 2)) return { kind: 'utf-16be', offset: 0 };
  const offset = behindByteOrderMarks(head);
  if (startsLikeJson(head, offset, 1)) return { kind: 'har-json', offset };
  const call = JSONP_CALL.exec(latin1(head.subarray(offset)));
  return call === null ? undefined : { kind: 'jsonp', offset: offset + call[0].length };
}

/** Programs put a mark before one that is there already, or blanks before it. */
function behindByteOrderMarks(head: Uint8Array): number {
  let offset = 0;
  for (let at = 0; at < head.length; ) {
    if (isBlank(head[at] as number)) at++;
    else if (head[at] === 0xef && head[at + 1] === 0xbb && head[at + 2] === 0xbf) {
      at += 3;
      offset = at;
    } else break;
  }
  return offset;
}

/** `callback({`, `onInputData([`, perhaps behind a comment. */
const JSONP_CALL = /^\s*(?:\/\*[^*]*\*\/\s*)?[A-Za-z_$][\w$.]{0,100}\s*\((?=\s*[{[])/;

/**
 * Whether the first thing besides blanks is `{`, `[` or a line comment. `start` and `step` walk over the
 * low bytes of UTF-16.
 */
function startsLikeJson(head: Uint8Array, start: number, step: 1 | 2): boolean {
  for (let at = start; at < head.length; at += step) {
    const byte = head[at] as number;
    if (isBlank(byte)) continue;
    if (byte === 0x7b || byte === 0x5b) return true;
    // Edited by hand, with a remark on top: the lenient reader takes it.
    return byte === 0x2f && head[at + step] === 0x2f && latin1(head).includes('{');
  }
  return false;
}

/**
 * Base64 of something that we open: mail bodies, tickets, `data:` URLs. Words are base64 too, so the
 * digits must decode to a beginning that is known.
 */
function sniffBase64(head: Uint8Array): Sniffed | undefined {
  const scheme = /^\s*data:[\w.+/-]*(?:;[\w=.-]+)*;base64,/.exec(latin1(head.subarray(0, 256)));
  const offset = scheme?.[0].length ?? 0;
  const bytes: number[] = [];
  let bits = 0;
  let bitCount = 0;
  for (let at = offset; at < head.length && bytes.length < 256; at++) {
    const byte = head[at] as number;
    if (isBlank(byte)) continue;
    if (byte === 0x3d) {
      // Padding ends it; in `export const x = …`, whose first letters decode to a bracket, words go on.
      if (!head.subarray(at).every((rest) => rest === 0x3d || isBlank(rest))) return undefined;
      break;
    }
    const digit = BASE64_DIGIT[byte] as number;
    if (digit > 63) return undefined;
    bits = ((bits << 6) | digit) & 0xffff;
    bitCount += 6;
    if (bitCount >= 8) {
      bitCount -= 8;
      bytes.push((bits >> bitCount) & 0xff);
    }
  }
  // A shorter one is a word that happens to begin well.
  if (bytes.length < 8) return undefined;
  const decoded = Uint8Array.from(bytes);
  return sniffContainer(decoded) || sniffText(decoded) ? { kind: 'base64', offset } : undefined;
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
