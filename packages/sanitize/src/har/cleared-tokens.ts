/**
 * The tokens of a stretch that were cleared while secrets were learned, a bit each. When the same bytes are read again,
 * they need only be searched for what was learned meanwhile.
 */
export class ClearedTokens {
  readonly bits: Uint8Array<ArrayBuffer>;

  constructor(tokens: number) {
    this.bits = new Uint8Array((tokens + 7) >> 3);
  }

  add(token: number): void {
    this.bits[token >> 3] = (this.bits[token >> 3] as number) | (1 << (token & 7));
  }
}

/** Whether a token of the stretch was cleared. */
export function isCleared(bits: Uint8Array, token: number): boolean {
  return ((bits[token >> 3] as number) & (1 << (token & 7))) !== 0;
}
