import { copyText } from '../content/copy-text.ts';

/** A power of two; most captures have fewer different values. */
const SLOTS = 1 << 14;

const FIRST_BYTES = 1 << 14;
const MOST_BYTES = 1 << 20;

/** Longer values seldom repeat. */
export const MAX_STILL_BYTES = 256;

/**
 * Values in which nothing was to be done, found again by their bytes in the place of the same sense. A capture repeats
 * its header fields and the frames of its call stacks by the thousand: no text is made of one that is known. What falls
 * on the slot of another takes it over, and when all room is taken it begins anew.
 */
export class StillValues {
  /** The values, one behind the other; begins small, because most captures are. */
  #bytes = new Uint8Array(FIRST_BYTES);
  #filled = 0;
  /** Where the value of each slot begins. */
  readonly #starts = new Int32Array(SLOTS);
  readonly #lengths = new Uint16Array(SLOTS);
  readonly #senses = new Int32Array(SLOTS);
  readonly #senseOf = new Map<string, Map<string, number>>();
  #senseCount = 0;
  #rounds = 0;

  /** A number for what a value means: where it stands and what it is called. */
  sense(place: string, name: string): number {
    let byName = this.#senseOf.get(place);
    if (byName === undefined) {
      byName = new Map();
      this.#senseOf.set(place, byName);
    }
    const known = byName.get(name);
    if (known !== undefined) return known;
    if (this.#senseCount >= MAX_SENSES * (1 + this.#rounds)) {
      // The numbers go on, so that what was kept under an old one is never met again.
      this.#rounds++;
      this.#senseOf.clear();
      byName = new Map();
      this.#senseOf.set(place, byName);
    }
    const sense = ++this.#senseCount;
    byName.set(copyText(name), sense);
    return sense;
  }

  has(sense: number, bytes: Uint8Array, start: number, end: number): boolean {
    const slot = slotOf(sense, bytes, start, end);
    if (this.#senses[slot] !== sense || this.#lengths[slot] !== end - start) return false;
    const kept = this.#bytes;
    for (let at = start, to = this.#starts[slot] as number; at < end; at++, to++)
      if (kept[to] !== bytes[at]) return false;
    return true;
  }

  add(sense: number, bytes: Uint8Array, start: number, end: number): void {
    if (this.#filled + MAX_STILL_BYTES > this.#bytes.length) this.#makeRoom();
    const slot = slotOf(sense, bytes, start, end);
    for (let at = start, to = this.#filled; at < end; at++, to++) this.#bytes[to] = bytes[at] as number;
    this.#starts[slot] = this.#filled;
    this.#lengths[slot] = end - start;
    this.#senses[slot] = sense;
    this.#filled += end - start;
  }

  #makeRoom(): void {
    if (this.#bytes.length < MOST_BYTES) {
      const larger = new Uint8Array(this.#bytes.length * 4);
      larger.set(this.#bytes);
      this.#bytes = larger;
      return;
    }
    this.#senses.fill(0);
    this.#filled = 0;
  }
}

/** Above it a hostile capture would fill the memory with made-up names. */
const MAX_SENSES = 20_000;

function slotOf(sense: number, bytes: Uint8Array, start: number, end: number): number {
  let hash = sense;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  return (hash ^ (hash >>> 15)) & (SLOTS - 1);
}
