/** The coded bytes ended in the middle of something. */
export class EndOfBits extends Error {}

/** Reads bits, lowest first. Spec: RFC 7932 §1.5.1. */
export class BitReader {
  readonly #bytes: Uint8Array;
  #position = 0;
  #held = 0;
  #heldCount = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Up to 24 bits, without taking them. Behind the end there are zeros. */
  peek(count: number): number {
    while (this.#heldCount < count && this.#position < this.#bytes.length) {
      this.#held |= (this.#bytes[this.#position++] as number) << this.#heldCount;
      this.#heldCount += 8;
    }
    return this.#held & ((1 << count) - 1);
  }

  /** Takes bits that were peeked at. */
  skip(count: number): void {
    if (count > this.#heldCount) throw new EndOfBits();
    this.#held >>>= count;
    this.#heldCount -= count;
  }

  read(count: number): number {
    if (count === 0) return 0;
    const value = this.peek(count);
    this.skip(count);
    return value;
  }

  /** Goes on at the next whole byte; the bits before it must be zero. */
  alignToByte(): void {
    if (this.read(this.#heldCount & 7) !== 0) throw new RangeError('padding');
  }

  /** Whole bytes, as many of `count` as there are. Only behind `alignToByte`. */
  takeBytes(count: number): Uint8Array {
    this.#position -= this.#heldCount >>> 3;
    this.#held = 0;
    this.#heldCount = 0;
    const bytes = this.#bytes.subarray(this.#position, this.#position + count);
    this.#position += bytes.length;
    return bytes;
  }
}
