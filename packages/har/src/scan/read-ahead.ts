import type { ByteSource } from '../source/byte-source.ts';

/** Read where a scan jumps to; small, because damage makes it jump again soon. */
const JUMP_BYTES = 4 * 1024 * 1024;
/** Pieces of a scan that reads on. */
const PIECE_BYTES = 512 * 1024;

/**
 * Reads a source that can only be read by waiting (a Blob) and hands out the small pieces that a scan asks for: in order from the
 * beginning as the source streams, and in large slices with the next one under way once it has jumped.
 */
export class ReadAhead {
  readonly #source: ByteSource;
  #start = 0;
  #bytes: Uint8Array = new Uint8Array(0);
  /** What the source streams, until the scan jumps. */
  #pieces: AsyncIterator<Uint8Array> | undefined;
  #hasJumped = false;
  #next: { readonly start: number; readonly bytes: Promise<Uint8Array> } | undefined;

  constructor(source: ByteSource) {
    this.#source = source;
  }

  /**
   * Up to `length` bytes from `offset`; fewer at the end of a slice, none only at the end of the source. Good until the next call:
   * their memory may be used again then.
   */
  async read(offset: number, length: number): Promise<Uint8Array> {
    if (offset < this.#start || offset >= this.#start + this.#bytes.length) await this.#load(offset);
    const from = offset - this.#start;
    return this.#bytes.subarray(from, from + length);
  }

  async #load(offset: number): Promise<void> {
    if (!this.#hasJumped && offset === this.#start + this.#bytes.length) {
      this.#pieces ??= this.#source.stream(PIECE_BYTES)[Symbol.asyncIterator]();
      const { done, value } = await this.#pieces.next();
      this.#start = offset;
      this.#bytes = done === true ? new Uint8Array(0) : value;
      return;
    }
    if (!this.#hasJumped) await this.#pieces?.return?.();
    this.#hasJumped = true;
    await this.#jump(offset);
  }

  async #jump(offset: number): Promise<void> {
    const ready = this.#next?.start === offset ? this.#next.bytes : this.#source.read(offset, JUMP_BYTES);
    this.#bytes = await ready;
    this.#start = offset;
    const start = offset + this.#bytes.length;
    this.#next = undefined;
    if (start >= this.#source.sizeBytes || this.#bytes.length === 0) return;
    const bytes = this.#source.read(start, JUMP_BYTES);
    // Where the scan ends early nobody waits for this read: its failure is no news then.
    bytes.catch(() => undefined);
    this.#next = { start, bytes };
  }
}
