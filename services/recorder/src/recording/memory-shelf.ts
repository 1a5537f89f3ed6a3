import type { Shelf, Stretch } from './ledger.ts';

/** A shelf in memory, for short recordings and for pages that have no disk. */
export class MemoryShelf implements Shelf {
  readonly #pieces: { readonly offset: number; readonly bytes: Uint8Array }[] = [];
  sizeBytes = 0;

  put(bytes: Uint8Array): void {
    this.#pieces.push({ offset: this.sizeBytes, bytes });
    this.sizeBytes += bytes.length;
  }

  /** The bytes of a stretch that lies within one `put`. */
  bytesOf(stretch: Stretch): Uint8Array {
    if ('bytes' in stretch) return stretch.bytes;
    const { offset, length } = stretch;
    let low = 0;
    let high = this.#pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#pieces[middle]?.offset ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const piece = this.#pieces[low];
    if (piece === undefined) return new Uint8Array(0);
    return piece.bytes.subarray(offset - piece.offset, offset - piece.offset + length);
  }
}
