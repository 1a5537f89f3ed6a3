/** The bytes ended where a packet said that there are more, or are none that this reader knows. */
export class PacketError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PacketError';
  }
}

/** Bytes of a stream, taken in the amounts that a parser needs. What it gives is valid until the next call. */
export class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #piece: Uint8Array = new Uint8Array();
  #kept: Uint8Array[] | undefined;
  #keptBytes = 0;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** At least one byte and at most `most`, as they lie there; undefined at the end. */
  async some(most: number): Promise<Uint8Array | undefined> {
    while (this.#piece.length === 0) {
      const { done, value } = await this.#source.next();
      if (done === true) return undefined;
      this.#piece = value;
    }
    const taken = this.#piece.length <= most ? this.#piece : this.#piece.subarray(0, most);
    this.#piece = this.#piece.subarray(taken.length);
    if (this.#kept !== undefined) {
      this.#kept.push(Uint8Array.from(taken));
      this.#keptBytes += taken.length;
    }
    return taken;
  }

  /** One byte; undefined at the end. */
  async byte(): Promise<number | undefined> {
    return (await this.some(1))?.[0];
  }

  /** Exactly so many bytes, as a copy. Error: {@link PacketError} where there are fewer. */
  async take(count: number): Promise<Uint8Array> {
    const taken = new Uint8Array(count);
    for (let filled = 0; filled < count; ) {
      const part = await this.some(count - filled);
      if (part === undefined) throw new PacketError('the bytes end within a packet');
      taken.set(part, filled);
      filled += part.length;
    }
    return taken;
  }

  /** From here on what is taken is kept as well: for the small beginning of what another reader may have to read again. */
  keep(): void {
    this.#kept = [];
    this.#keptBytes = 0;
  }

  get keptBytes(): number {
    return this.#keptBytes;
  }

  /** What was kept, and from now on nothing is. */
  kept(): Uint8Array {
    const kept = Buffer.concat(this.#kept ?? []);
    this.#kept = undefined;
    return kept;
  }

  /** Everything that is left, behind `before`. */
  async *rest(before: Uint8Array = new Uint8Array()): AsyncGenerator<Uint8Array> {
    if (before.length > 0) yield before;
    for (let part = await this.some(Infinity); part !== undefined; part = await this.some(Infinity))
      yield part;
  }

  /** Lets go of the source. */
  async close(): Promise<void> {
    await this.#source.return?.();
  }
}
