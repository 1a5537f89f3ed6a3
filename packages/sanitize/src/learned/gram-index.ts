/** Where a needle stands in a text, half-open, UTF-16 offsets. */
export interface NeedleHit {
  readonly needle: number;
  readonly start: number;
  readonly end: number;
}

/** A needle is found by one of the four-character pieces near its end, which for tokens is their most random part. */
const GRAM = 4;

/** How far apart a text is looked at, for needles of at least `GRAM + step - 1` characters. */
const STEPS = [8, 3] as const;

/** The shortest needle that can be found. */
export const MIN_NEEDLE_LENGTH = GRAM + STEPS[1] - 1;

/**
 * Finds many needles in many texts. A text is not read character by character: every needle is known by `step`
 * pieces of four characters that lie one after the other, so one of them falls on any grid of `step`. Looking at
 * every eighth place is enough for needles of eleven characters and more.
 */
export class GramIndex {
  readonly #needles: readonly string[];
  readonly #grids: readonly Grid[];

  constructor(needles: readonly string[]) {
    this.#needles = needles;
    const [wide, narrow] = STEPS;
    const isWide = (needle: string): boolean => needle.length >= GRAM + wide - 1;
    this.#grids = [
      new Grid(needles, wide, isWide),
      new Grid(needles, narrow, (needle) => !isWide(needle) && needle.length >= MIN_NEEDLE_LENGTH),
    ].filter((grid) => grid.size > 0);
  }

  /** Every hit, in no order; the same one may come twice. */
  find(text: string): NeedleHit[] {
    const hits: NeedleHit[] = [];
    for (const grid of this.#grids) grid.find(text, this.#needles, hits);
    return hits;
  }
}

class Grid {
  readonly size: number;
  readonly #step: number;
  readonly #mask: number;
  /** First piece of each bucket plus one; 0 = none. */
  readonly #heads: Int32Array;
  readonly #next: Int32Array;
  readonly #needle: Int32Array;
  readonly #offset: Int32Array;

  constructor(needles: readonly string[], step: number, belongs: (needle: string) => boolean) {
    const chosen = needles.flatMap((needle, index) => (belongs(needle) ? [index] : []));
    this.size = chosen.length;
    this.#step = step;
    const pieces = chosen.length * step;
    let buckets = 1 << 12;
    while (buckets < pieces * 4 && buckets < 1 << 24) buckets *= 2;
    this.#mask = buckets - 1;
    this.#heads = new Int32Array(buckets);
    this.#next = new Int32Array(pieces);
    this.#needle = new Int32Array(pieces);
    this.#offset = new Int32Array(pieces);
    let piece = 0;
    for (const index of chosen) {
      const needle = needles[index] as string;
      for (let back = 0; back < step; back++, piece++) {
        const offset = needle.length - GRAM - back;
        const bucket = hashAt(needle, offset) & this.#mask;
        this.#next[piece] = this.#heads[bucket] as number;
        this.#heads[bucket] = piece + 1;
        this.#needle[piece] = index;
        this.#offset[piece] = offset;
      }
    }
  }

  find(text: string, needles: readonly string[], hits: NeedleHit[]): void {
    const heads = this.#heads;
    const mask = this.#mask;
    const step = this.#step;
    const last = text.length - GRAM;
    for (let at = 0; at <= last; at += step) {
      let piece = heads[hashAt(text, at) & mask] as number;
      while (piece !== 0) {
        const index = this.#needle[piece - 1] as number;
        const start = at - (this.#offset[piece - 1] as number);
        const needle = needles[index] as string;
        if (start >= 0 && text.startsWith(needle, start))
          hits.push({ needle: index, start, end: start + needle.length });
        piece = this.#next[piece - 1] as number;
      }
    }
  }
}

function hashAt(text: string, at: number): number {
  const low = text.charCodeAt(at) | (text.charCodeAt(at + 1) << 8);
  const high = text.charCodeAt(at + 2) | (text.charCodeAt(at + 3) << 8);
  const mixed = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
