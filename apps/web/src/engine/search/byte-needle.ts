/** Characters that JSON writes in one way only, so that their bytes are what is looked for. */
const PLAIN = /[A-Za-z0-9 _.,:;@#%!~|*?^$()[\]{}-]+/g;

/** In shorter ones too many places have to be looked at again. */
const LEAST_BYTES = 2;

/** Bytes in lower case, ASCII only. */
const folded = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte,
);

/**
 * Finds the longest plain stretch of some words in bytes, in either case, without decoding them: three times as fast as
 * decoding UTF-8 (1.3 GB/s against 0.4 in Chromium). Boyer, Moore and Horspool's way: it looks at the last byte and skips.
 */
export class ByteNeedle {
  /** In lower case. */
  readonly bytes: Uint8Array;
  /** Whether the stretch is all there is: a place needs no second look. */
  readonly isWhole: boolean;
  readonly #skip: Uint8Array;

  private constructor(stretch: string, isWhole: boolean) {
    this.bytes = Uint8Array.from(stretch.toLowerCase(), (character) => character.charCodeAt(0));
    this.isWhole = isWhole;
    const last = this.bytes.length - 1;
    this.#skip = new Uint8Array(256).fill(Math.min(255, this.bytes.length));
    for (let byte = 0; byte < 256; byte++) {
      const at = this.bytes.lastIndexOf(folded[byte] as number, last - 1);
      if (at >= 0) this.#skip[byte] = Math.min(255, last - at);
    }
  }

  /** undefined: the words have no stretch that is worth it. */
  static of(words: string): ByteNeedle | undefined {
    const [longest = ''] = (words.match(PLAIN) ?? []).sort((a, b) => b.length - a.length);
    return longest.length < LEAST_BYTES ? undefined : new ByteNeedle(longest, longest === words);
  }

  /** Where the next one begins at or behind `from`; -1 = there is none. */
  next(bytes: Uint8Array, from: number): number {
    const needle = this.bytes;
    const skip = this.#skip;
    const last = needle.length - 1;
    const lastByte = needle[last] as number;
    for (let end = from + last; end < bytes.length; end += skip[bytes[end] as number] as number) {
      if (folded[bytes[end] as number] !== lastByte) continue;
      let at = last - 1;
      while (at >= 0 && folded[bytes[end - last + at] as number] === needle[at]) at--;
      if (at < 0) return end - last;
    }
    return -1;
  }
}
