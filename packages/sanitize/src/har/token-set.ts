/** Some of the tokens of a stretch, a bit each: plain data, which goes over to other threads. */
export class TokenSet {
  readonly bits: Uint8Array<ArrayBuffer>;

  constructor(tokens: number, bits = new Uint8Array(bytesFor(tokens))) {
    this.bits = bits;
  }

  /** Sets of so many tokens each in one piece of memory: a large capture has tens of thousands of them. */
  static sharing(...counts: readonly number[]): TokenSet[] {
    const memory = new ArrayBuffer(counts.reduce((sum, count) => sum + bytesFor(count), 0));
    let from = 0;
    return counts.map((count) => {
      const bits = new Uint8Array(memory, from, bytesFor(count));
      from += bits.length;
      return new TokenSet(count, bits);
    });
  }

  /** A set of its own with the same tokens. */
  static copyOf(bits: Uint8Array): TokenSet {
    const copy = new TokenSet(bits.length * 8);
    copy.bits.set(bits);
    return copy;
  }

  add(token: number): void {
    this.bits[token >> 3] = (this.bits[token >> 3] as number) | (1 << (token & 7));
  }

  delete(token: number): void {
    this.bits[token >> 3] = (this.bits[token >> 3] as number) & ~(1 << (token & 7));
  }

  has(token: number): boolean {
    return isIn(this.bits, token);
  }

  /** The first token from `from` on that is not in the set; `count` where all of them are. */
  nextOutside(from: number, count: number): number {
    const { bits } = this;
    let token = from;
    while (token < count) {
      // Mostly all of them are in it.
      if ((token & 7) === 0 && bits[token >> 3] === 255) token += 8;
      else if (isIn(bits, token)) token++;
      else return token;
    }
    return count;
  }
}

function bytesFor(tokens: number): number {
  return (tokens + 7) >> 3;
}

/** Whether a token is in a set that is given as its bits. */
export function isIn(bits: Uint8Array, token: number): boolean {
  return ((bits[token >> 3] as number) & (1 << (token & 7))) !== 0;
}
