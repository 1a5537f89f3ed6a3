import type { ByteSource } from '../source/byte-source.ts';

/** Slices this large reach the speed of the disk in a browser; smaller ones cost a round trip each. */
const SLICE_BYTES = 4 * 1024 * 1024;

/**
 * Reads a source that can only be read by waiting (a Blob) in order, in large slices with the next one under
 * way, and hands out the small pieces that a scan asks for.
 */
export class ReadAhead {
  readonly #source: ByteSource;
  #start = 0;
  #bytes: Uint8Array = new Uint8Array(0);
  #next: { readonly start: number; readonly bytes: Promise<Uint8Array> } | undefined;

  constructor(source: ByteSource) {
    this.#source = source;
  }

  /** Up to `length` bytes from `offset`; fewer at the end of a slice, none only at the end of the source. */
  async read(offset: number, length: number): Promise<Uint8Array> {
    if (offset < this.#start || offset >= this.#start + this.#bytes.length) await this.#load(offset);
    const from = offset - this.#start;
    return this.#bytes.subarray(from, from + length);
  }

  async #load(offset: number): Promise<void> {
    const ready = this.#next?.start === offset ? this.#next.bytes : this.#source.read(offset, SLICE_BYTES);
    this.#bytes = await ready;
    this.#start = offset;
    const start = offset + this.#bytes.length;
    this.#next = undefined;
    if (start >= this.#source.sizeBytes || this.#bytes.length === 0) return;
    const bytes = this.#source.read(start, SLICE_BYTES);
    // Where the scan ends early nobody waits for this read: its failure is no news then.
    bytes.catch(() => undefined);
    this.#next = { start, bytes };
  }
}
