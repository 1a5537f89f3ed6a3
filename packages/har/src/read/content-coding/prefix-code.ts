import type { BitReader } from './bit-reader.ts';

const MAX_LENGTH = 15;
const ROOT_BITS = 8;

/**
 * A canonical prefix code: codes up to 8 bits come from a table, longer ones are walked bit by bit.
 * Spec: RFC 7932 §3.2.
 */
export class PrefixCode {
  /** Symbol and length of every 8-bit beginning: `symbol << 4 | length`; 0 = a longer code. */
  readonly #root = new Uint16Array(1 << ROOT_BITS);
  readonly #counts = new Uint16Array(MAX_LENGTH + 1);
  readonly #symbols: Uint16Array;
  /** The one symbol of a code that needs no bits. */
  readonly #only: number | undefined;

  /** `lengths[symbol]`: bits of its code, 0 = not used. The lengths must fill the code space, or name one symbol. */
  constructor(lengths: Uint8Array) {
    for (const length of lengths) if (length > 0) this.#counts[length]!++;
    const next = new Uint16Array(MAX_LENGTH + 2);
    for (let length = 1; length <= MAX_LENGTH; length++) {
      next[length + 1] = (next[length] as number) + (this.#counts[length] as number);
    }
    const used = next[MAX_LENGTH + 1] as number;
    this.#symbols = new Uint16Array(used);
    for (const [symbol, length] of lengths.entries()) {
      if (length > 0) this.#symbols[next[length]!++] = symbol;
    }
    this.#only = used === 1 ? this.#symbols[0] : undefined;
    this.#fillRoot();
  }

  read(bits: BitReader): number {
    if (this.#only !== undefined) return this.#only;
    const entry = this.#root[bits.peek(ROOT_BITS)] as number;
    if (entry !== 0) {
      bits.skip(entry & 15);
      return entry >>> 4;
    }
    return this.#readLong(bits);
  }

  #fillRoot(): void {
    let code = 0;
    let index = 0;
    for (let length = 1; length <= ROOT_BITS; length++) {
      for (let n = this.#counts[length] as number; n > 0; n--, code++, index++) {
        const entry = ((this.#symbols[index] as number) << 4) | length;
        // Codes are sent with their first bit lowest.
        const step = 1 << length;
        for (let at = reverseBits(code, length); at < this.#root.length; at += step) this.#root[at] = entry;
      }
      code <<= 1;
    }
  }

  #readLong(bits: BitReader): number {
    const window = bits.peek(MAX_LENGTH);
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length <= MAX_LENGTH; length++) {
      code |= (window >>> (length - 1)) & 1;
      const count = this.#counts[length] as number;
      if (code - first < count) {
        bits.skip(length);
        return this.#symbols[index + code - first] as number;
      }
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new RangeError('no such code');
  }
}

function reverseBits(value: number, count: number): number {
  let reversed = 0;
  for (let bit = 0; bit < count; bit++) reversed |= ((value >>> bit) & 1) << (count - 1 - bit);
  return reversed;
}
