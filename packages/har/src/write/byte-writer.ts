/** Takes bytes in order; resolves when it can take more. */
export type WriteBytes = (bytes: Uint8Array) => Promise<void>;

/** Text is gathered up to this size, so that an entry costs one write and not one a line. */
const flushCharacters = 64 * 1024;

const encoder = new TextEncoder();

/** Gathers small texts into larger writes, between bytes that pass through as they are. */
export class ByteWriter {
  readonly #write: WriteBytes;
  #pieces: string[] = [];
  #characters = 0;

  constructor(write: WriteBytes) {
    this.#write = write;
  }

  async text(piece: string): Promise<void> {
    this.#pieces.push(piece);
    this.#characters += piece.length;
    if (this.#characters >= flushCharacters) await this.flush();
  }

  async bytes(bytes: Uint8Array): Promise<void> {
    await this.flush();
    await this.#write(bytes);
  }

  async flush(): Promise<void> {
    if (this.#characters === 0) return;
    const bytes = encoder.encode(this.#pieces.join(''));
    this.#pieces = [];
    this.#characters = 0;
    await this.#write(bytes);
  }
}
