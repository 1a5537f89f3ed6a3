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

  /** The same in bytes, each of which counts as a character. */
  findInBytes(bytes: Uint8Array): NeedleHit[] {
    const hits: NeedleHit[] = [];
    for (const grid of this.#grids) grid.findInBytes(bytes, this.#needles, hits);
    return hits;
  }
}

/** More needles than this behind one piece are told apart by a hash of the whole. */
const CROWD = 16;

/** Needles of one length with one piece at the same place: where it stands, each could stand, and one hash says which. */
interface Crowd {
  readonly offset: number;
  readonly length: number;
  readonly byHash: ReadonlyMap<number, readonly number[]>;
}

/** The text that is looked through: its characters by their places, and whether a needle stands at one. */
interface Haystack {
  readonly length: number;
  codeAt(at: number): number;
  holds(needle: string, start: number): boolean;
}

function textHaystack(text: string): Haystack {
  return {
    length: text.length,
    codeAt: (at) => text.charCodeAt(at),
    holds: (needle, start) => text.startsWith(needle, start),
  };
}

function bytesHaystack(bytes: Uint8Array): Haystack {
  return {
    length: bytes.length,
    codeAt: (at) => bytes[at] as number,
    holds: (needle, start) => standsAt(bytes, start, needle),
  };
}

class Grid {
  readonly size: number;
  readonly #step: number;
  readonly #mask: number;
  /** Whether a piece has this hash, a bit each: most places of a text are done with here, in the processor's cache. */
  readonly #known: Uint8Array;
  readonly #knownMask: number;
  /** First piece of each bucket plus one; 0 = none. */
  readonly #heads: Int32Array;
  readonly #next: Int32Array;
  readonly #needle: Int32Array;
  readonly #offset: Int32Array;
  /** Of buckets in which many needles are; what their chain holds is not walked then. */
  readonly #crowds: ReadonlyMap<number, readonly Crowd[]>;

  constructor(needles: readonly string[], step: number, belongs: (needle: string) => boolean) {
    const chosen = needles.flatMap((needle, index) => (belongs(needle) ? [index] : []));
    this.size = chosen.length;
    this.#step = step;
    const pieces = chosen.length * step;
    let buckets = 1 << 12;
    while (buckets < pieces * 4 && buckets < 1 << 24) buckets *= 2;
    this.#mask = buckets - 1;
    this.#knownMask = buckets * 8 - 1;
    this.#known = new Uint8Array(buckets);
    this.#heads = new Int32Array(buckets);
    this.#next = new Int32Array(pieces);
    this.#needle = new Int32Array(pieces);
    this.#offset = new Int32Array(pieces);
    let piece = 0;
    for (const index of chosen) {
      const needle = needles[index] as string;
      for (let back = 0; back < step; back++, piece++) {
        const offset = needle.length - GRAM - back;
        const hash = hashAt(needle, offset);
        const known = hash & this.#knownMask;
        this.#known[known >> 3] = (this.#known[known >> 3] as number) | (1 << (known & 7));
        const bucket = hash & this.#mask;
        this.#next[piece] = this.#heads[bucket] as number;
        this.#heads[bucket] = piece + 1;
        this.#needle[piece] = index;
        this.#offset[piece] = offset;
      }
    }
    this.#crowds = this.#crowdsOf(needles);
  }

  /** Secrets that end alike (`…@corp.example`) share all their pieces. */
  #crowdsOf(needles: readonly string[]): ReadonlyMap<number, readonly Crowd[]> {
    const crowds = new Map<number, readonly Crowd[]>();
    for (let bucket = 0; bucket <= this.#mask; bucket++) {
      let size = 0;
      for (let piece = this.#heads[bucket] as number; piece !== 0; piece = this.#next[piece - 1] as number)
        size++;
      if (size <= CROWD) continue;
      const found = new Map<string, { offset: number; length: number; byHash: Map<number, number[]> }>();
      for (let piece = this.#heads[bucket] as number; piece !== 0; piece = this.#next[piece - 1] as number) {
        const offset = this.#offset[piece - 1] as number;
        const index = this.#needle[piece - 1] as number;
        const needle = needles[index] as string;
        const { length } = needle;
        const key = `${offset} ${length}`;
        const crowd = found.get(key) ?? { offset, length, byHash: new Map() };
        found.set(key, crowd);
        const hash = wholeHash((at) => needle.charCodeAt(at), 0, length);
        const alike = crowd.byHash.get(hash);
        if (alike === undefined) crowd.byHash.set(hash, [index]);
        else alike.push(index);
      }
      crowds.set(bucket, [...found.values()]);
    }
    return crowds;
  }

  find(text: string, needles: readonly string[], hits: NeedleHit[]): void {
    const known = this.#known;
    const mask = this.#knownMask;
    const step = this.#step;
    const last = text.length - GRAM;
    let haystack: Haystack | undefined;
    for (let at = 0; at <= last; at += step) {
      const hash = hashAt(text, at);
      const bit = hash & mask;
      if (((known[bit >> 3] as number) & (1 << (bit & 7))) === 0) continue;
      haystack ??= textHaystack(text);
      this.#collect(hash, at, needles, haystack, hits);
    }
  }

  findInBytes(bytes: Uint8Array, needles: readonly string[], hits: NeedleHit[]): void {
    const known = this.#known;
    const mask = this.#knownMask;
    const step = this.#step;
    const last = bytes.length - GRAM;
    let haystack: Haystack | undefined;
    for (let at = 0; at <= last; at += step) {
      const hash = hashOf(
        (bytes[at] as number) | ((bytes[at + 1] as number) << 8),
        (bytes[at + 2] as number) | ((bytes[at + 3] as number) << 8),
      );
      const bit = hash & mask;
      if (((known[bit >> 3] as number) & (1 << (bit & 7))) === 0) continue;
      haystack ??= bytesHaystack(bytes);
      this.#collect(hash, at, needles, haystack, hits);
    }
  }

  /** Adds the needles of which a piece with this hash could stand at `at` and that do stand there. */
  #collect(
    hash: number,
    at: number,
    needles: readonly string[],
    haystack: Haystack,
    hits: NeedleHit[],
  ): void {
    const bucket = hash & this.#mask;
    const add = (needle: number, start: number): void => {
      const wanted = needles[needle] as string;
      if (start >= 0 && haystack.holds(wanted, start))
        hits.push({ needle, start, end: start + wanted.length });
    };
    const crowds = this.#crowds.get(bucket);
    if (crowds === undefined) {
      for (let piece = this.#heads[bucket] as number; piece !== 0; piece = this.#next[piece - 1] as number)
        add(this.#needle[piece - 1] as number, at - (this.#offset[piece - 1] as number));
      return;
    }
    for (const { offset, length, byHash } of crowds) {
      const start = at - offset;
      if (start < 0 || start + length > haystack.length) continue;
      for (const needle of byHash.get(wholeHash(haystack.codeAt, start, start + length)) ?? [])
        add(needle, start);
    }
  }
}

/** A number for the characters from `start` to `end`, half-open. Source: FNV-1a. */
function wholeHash(codeAt: (at: number) => number, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ codeAt(at), 0x01000193);
  return hash;
}

function standsAt(bytes: Uint8Array, start: number, needle: string): boolean {
  for (let at = 0; at < needle.length; at++) if (bytes[start + at] !== needle.charCodeAt(at)) return false;
  return true;
}

function hashAt(text: string, at: number): number {
  return hashOf(
    text.charCodeAt(at) | (text.charCodeAt(at + 1) << 8),
    text.charCodeAt(at + 2) | (text.charCodeAt(at + 3) << 8),
  );
}

function hashOf(low: number, high: number): number {
  const mixed = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
