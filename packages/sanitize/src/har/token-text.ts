import { NameTable } from '../content/name-table.ts';

/** A stretch of JSON as text and as bytes, from which tokens are decoded: from the text, where all is ASCII. */
export class TokenText {
  #text = '';
  #bytes: Uint8Array = new Uint8Array(0);
  /** Between the two there are no bytes above 127. */
  #from = 0;
  #to = 0;
  readonly #keys = new NameTable(decodeInner);

  /** `text` has one character a byte. */
  begin(text: string, bytes: Uint8Array): void {
    this.#text = text;
    this.#bytes = bytes;
    this.#from = 0;
    this.#to = nextNonAscii(bytes, 0);
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
    if (start < this.#from || start > this.#to) {
      this.#from = start;
      this.#to = nextNonAscii(this.#bytes, start);
    }
    return end <= this.#to;
  }
}

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

/** Four bytes at once: most stretches have none, and all of them are looked at. */
function nextNonAscii(bytes: Uint8Array, from: number): number {
  const { buffer, byteOffset, length } = bytes;
  let at = from;
  for (; at < length && ((byteOffset + at) & 3) !== 0; at++) if ((bytes[at] as number) > 127) return at;
  const words = new Int32Array(buffer, (byteOffset + at + 3) & ~3, (length - at) >> 2);
  let word = 0;
  while (word < words.length && ((words[word] as number) & 0x80808080) === 0) word++;
  at += word * 4;
  while (at < length && (bytes[at] as number) < 128) at++;
  return at;
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
