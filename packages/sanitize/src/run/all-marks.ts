import type { StretchMarks } from './hands/hand.ts';

/** Marks of a hundred stretches and more. */
const BLOCK_BYTES = 128 * 1024;

/**
 * The marks of all stretches of a capture, in their order. A large one has ten thousand stretches, of which each would
 * take more memory for its arrays than for what is in them; so they share a few.
 */
export class AllMarks {
  /** Of each stretch: its block, where it begins there, and how many bytes each of its marks has. */
  readonly #places: number[] = [];
  readonly #blocks: Uint8Array<ArrayBuffer>[] = [];
  #filled = BLOCK_BYTES;

  /** How many stretches have their marks here. */
  get count(): number {
    return this.#places.length / PLACE;
  }

  add({ cleared, still, stillKeys }: StretchMarks): void {
    const size = cleared.length + still.length + stillKeys.length;
    if (this.#filled + size > (this.#blocks.at(-1)?.length ?? 0)) {
      this.#blocks.push(new Uint8Array(Math.max(BLOCK_BYTES, size)));
      this.#filled = 0;
    }
    const block = this.#blocks.at(-1) as Uint8Array<ArrayBuffer>;
    this.#places.push(this.#blocks.length - 1, this.#filled, cleared.length, still.length, stillKeys.length);
    for (const bits of [cleared, still, stillKeys]) {
      block.set(bits, this.#filled);
      this.#filled += bits.length;
    }
  }

  /** The marks of a stretch, in memory of their own: they are given away. */
  of(stretch: number): StretchMarks {
    const [block = 0, start = 0, cleared = 0, still = 0, stillKeys = 0] = this.#places.slice(
      stretch * PLACE,
      (stretch + 1) * PLACE,
    );
    const bytes = (this.#blocks[block] as Uint8Array<ArrayBuffer>).slice(
      start,
      start + cleared + still + stillKeys,
    );
    return {
      cleared: bytes.subarray(0, cleared),
      still: bytes.subarray(cleared, cleared + still),
      stillKeys: bytes.subarray(cleared + still),
    };
  }
}

const PLACE = 5;
