/** A body with its content coding taken off, as far as that went. */
export interface Decoded {
  readonly bytes: Uint8Array;
  /** `cut`: the coded bytes ended too early · `damaged`: they are not what they claim · `limit`: more than allowed. */
  readonly trouble?: 'cut' | 'damaged' | 'limit';
}

/** Collects decoded bytes up to a cap. */
export class DecodedBytes {
  #bytes: Uint8Array;
  #length = 0;
  readonly #maxBytes: number;

  constructor(expectedBytes: number, maxBytes: number) {
    this.#maxBytes = maxBytes;
    this.#bytes = new Uint8Array(Math.min(Math.max(256, expectedBytes), maxBytes));
  }

  get length(): number {
    return this.#length;
  }

  get isFull(): boolean {
    return this.#length >= this.#maxBytes;
  }

  /** Room for `count` more bytes; fewer where the cap is met. Write to `[length, length + result)`, then `grow`. */
  reserve(count: number): number {
    const wanted = Math.min(this.#length + count, this.#maxBytes);
    if (wanted > this.#bytes.length) {
      const larger = new Uint8Array(Math.min(Math.max(wanted, this.#bytes.length * 2), this.#maxBytes));
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
    return wanted - this.#length;
  }

  /** The array that holds what was decoded so far; changes when `reserve` needs more room. */
  get array(): Uint8Array {
    return this.#bytes;
  }

  grow(count: number): void {
    this.#length += count;
  }

  append(bytes: Uint8Array): void {
    const count = this.reserve(bytes.length);
    this.#bytes.set(bytes.subarray(0, count), this.#length);
    this.#length += count;
  }

  toBytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }
}
