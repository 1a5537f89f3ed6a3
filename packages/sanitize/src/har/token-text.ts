import { NameTable } from '../content/name-table.ts';

/** A stretch of JSON as text and as bytes, from which tokens are decoded: from the text, where all is ASCII. */
export class TokenText {
  #text = '';
  #bytes: Uint8Array = new Uint8Array(0);
  /** Which blocks of the stretch have a byte above 127. */
  #blocks = new Uint8Array(8192);
  readonly #keys = new NameTable(decodeInner);

  /** `text` has one character a byte. */
  begin(text: string, bytes: Uint8Array): void {
    this.#text = text;
    this.#bytes = bytes;
    const count = (bytes.length >> BLOCK_SHIFT) + 1;
    if (this.#blocks.length < count) this.#blocks = new Uint8Array(2 * count);
    else this.#blocks.fill(0, 0, count);
    for (let at = nextNonAscii(bytes, 0); at < bytes.length; ) {
      this.#blocks[at >> BLOCK_SHIFT] = 1;
      at = nextNonAscii(bytes, ((at >> BLOCK_SHIFT) + 1) << BLOCK_SHIFT);
    }
  }

  /** The value of the string token between two offsets: UTF-8 and escapes decoded. */
  decode(start: number, end: number): string {
    const written = this.#isAscii(start, end)
      ? this.#text.slice(start, end)
      : utf8.decode(this.#bytes.subarray(start, end));
    return decodeEscapes(written);
  }

  /** The same of a key or name, which a capture repeats: always the same string for the same one. */
  decodeName(start: number, end: number): string {
    return this.#isAscii(start, end)
      ? this.#keys.name(this.#text, start + 1, end - 1)
      : this.decode(start, end);
  }

  #isAscii(start: number, end: number): boolean {
    const last = (end - 1) >> BLOCK_SHIFT;
    for (let block = start >> BLOCK_SHIFT; block <= last; block++)
      if (this.#blocks[block] === 1) return nextNonAscii(this.#bytes, start) >= end;
    return true;
  }
}

/** Blocks of 256 bytes: about a string each. */
const BLOCK_SHIFT = 8;

function decodeInner(inner: string): string {
  return inner.includes('\\') ? decodeEscapes(`"${inner}"`) : inner;
}

function decodeEscapes(written: string): string {
  if (!written.includes('\\')) return written.slice(1, -1);
  try {
    return JSON.parse(written) as string;
  } catch {
    return written.slice(1, -1);
  }
}

/** Sixteen bytes at once: most stretches have none, and all of them are looked at. */
function nextNonAscii(bytes: Uint8Array, from: number): number {
  const { buffer, byteOffset, length } = bytes;
  let at = from;
  for (; at < length && ((byteOffset + at) & 3) !== 0; at++) if ((bytes[at] as number) > 127) return at;
  // Behind the last byte no word may begin: the buffer may end there, too.
  if (at >= length) return length;
  at += 4 * asciiWords(new Int32Array(buffer, byteOffset + at, (length - at) >> 2));
  while (at < length && (bytes[at] as number) < 128) at++;
  return at;
}

/**
 * How many words at the beginning are all ASCII, but for three that are not told. A function of its own: V8 compiles a long
 * loop while it runs, without what comes after it, and here it went back and forth between the two for each stretch.
 */
function asciiWords(words: Int32Array): number {
  const { length } = words;
  let word = 0;
  while (
    word + 4 <= length &&
    (((words[word] as number) |
      (words[word + 1] as number) |
      (words[word + 2] as number) |
      (words[word + 3] as number)) &
      0x80808080) ===
      0
  )
    word += 4;
  return word;
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
