import type { ByteSource } from '../source/byte-source.ts';

/** A place in a text as an editor shows it. Both are 1-based; the column counts bytes. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

const PIECE_BYTES = 1 << 20;

/**
 * Counts lines. Reads the file from the place it was asked about before, so that many places in order cost one pass;
 * it is only asked about damage.
 */
export class LineCounter {
  readonly #source: ByteSource;
  #at = 0;
  #line = 1;
  #lineStart = 0;

  constructor(source: ByteSource) {
    this.#source = source;
  }

  async locate(byteOffset: number): Promise<TextPosition> {
    if (byteOffset < this.#at) {
      this.#at = 0;
      this.#line = 1;
      this.#lineStart = 0;
    }
    while (this.#at < byteOffset) {
      const bytes = await this.#source.read(this.#at, Math.min(PIECE_BYTES, byteOffset - this.#at));
      if (bytes.length === 0) break;
      for (let feed = bytes.indexOf(0x0a); feed >= 0; feed = bytes.indexOf(0x0a, feed + 1)) {
        this.#line++;
        this.#lineStart = this.#at + feed + 1;
      }
      this.#at += bytes.length;
    }
    return { line: this.#line, column: byteOffset - this.#lineStart + 1 };
  }
}

/** The line and column of one byte. */
export async function locateLine(source: ByteSource, byteOffset: number): Promise<TextPosition> {
  return await new LineCounter(source).locate(byteOffset);
}
