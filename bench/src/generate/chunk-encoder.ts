/** Large enough that writing a piece costs more than the call, small enough to stay in the cache. */
const chunkBytes = 1 << 20;

/** Collects text as UTF-8 and gives it back in pieces of about 1 MiB, out of one buffer that is used again and again. */
export class ChunkEncoder {
  readonly #buffer = Buffer.allocUnsafe(chunkBytes);
  #filled = 0;
  #sizeBytes = 0;

  /** Everything added so far. */
  get sizeBytes(): number {
    return this.#sizeBytes;
  }

  /** Yields the pieces that became full. Each is valid until the next one is asked for. */
  *add(text: string): Generator<Uint8Array, void> {
    // UTF-8 takes at most three bytes per UTF-16 unit.
    const mostBytes = text.length * 3;
    if (this.#filled + mostBytes > chunkBytes) yield this.rest();
    if (mostBytes > chunkBytes) {
      const piece = Buffer.from(text);
      this.#sizeBytes += piece.length;
      yield piece;
      return;
    }
    const bytes = this.#buffer.write(text, this.#filled);
    this.#filled += bytes;
    this.#sizeBytes += bytes;
  }

  /** What no piece has held yet. */
  rest(): Uint8Array {
    const piece = this.#buffer.subarray(0, this.#filled);
    this.#filled = 0;
    return piece;
  }
}
