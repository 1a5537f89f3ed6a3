import { NameTable } from '../content/name-table.ts';
import { oneByteText } from '../run/one-byte-text.ts';

/** A stretch of JSON, from which tokens are decoded. */
export class TokenText {
  #bytes: Uint8Array = new Uint8Array(0);
  /** One character a byte; made when something is decoded. */
  #text: string | undefined;
  readonly #names = new NameTable(decodeInner);

  begin(bytes: Uint8Array): void {
    this.#bytes = bytes;
    this.#text = undefined;
  }

  /** What stands between two offsets, one character a byte. */
  written(start: number, end: number): string {
    return this.#whole.slice(start, end);
  }

  /** The value of the string token between two offsets: UTF-8 and escapes decoded. */
  decode(start: number, end: number): string {
    const written = isAscii(this.#bytes, start, end)
      ? this.#whole.slice(start, end)
      : utf8.decode(this.#bytes.subarray(start, end));
    return decodeEscapes(written);
  }

  /** The same of a key or name, which a capture repeats: always the same string for the same one. */
  decodeName(start: number, end: number): string {
    return isAscii(this.#bytes, start, end)
      ? this.#names.name(this.#whole, start + 1, end - 1)
      : this.decode(start, end);
  }

  get #whole(): string {
    this.#text ??= oneByteText(this.#bytes);
    return this.#text;
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

/** Four bytes at once where there are many: bodies are long, and mostly ASCII. */
function isAscii(bytes: Uint8Array, start: number, end: number): boolean {
  const { buffer, byteOffset } = bytes;
  let at = start;
  for (; at < end && (end - start < 64 || ((byteOffset + at) & 3) !== 0); at++)
    if ((bytes[at] as number) > 127) return false;
  if (at === end) return true;
  const words = new Int32Array(buffer, byteOffset + at, (end - at) >> 2);
  for (let word = 0; word < words.length; word++)
    if (((words[word] as number) & 0x80808080) !== 0) return false;
  for (at += words.length * 4; at < end; at++) if ((bytes[at] as number) > 127) return false;
  return true;
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
