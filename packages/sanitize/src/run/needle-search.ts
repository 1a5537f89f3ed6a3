/** A text to be found; `free` = only where no letter or digit touches it. */
export interface Needle {
  readonly text: string;
  readonly free: boolean;
}

/** Two characters of seven bits decide how far the search may go on. */
const PAIR_BITS = 14;

/** A longer head would be passed in longer steps, by fewer needles. */
const MAX_HEAD = 24;

/**
 * Needles that begin alike, told apart piece by piece: tokens have whole heads in common (`eyJhbGciOi…`), and comparing
 * each of thousands where one head stands would take for ever.
 */
class Branch {
  /** Needles that are compared as they are: those that end here, or the only one. */
  #whole: readonly Needle[] = [];
  /** What is read next: as many characters as the shortest of the others has left. */
  #from = 0;
  #step = 0;
  #next: Map<string, Branch> | undefined;

  /** `from`: how many characters the needles have in common at least. */
  static of(needles: readonly Needle[], from: number): Branch {
    const root = new Branch();
    const open = [{ branch: root, needles, from }];
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      const { branch } = one;
      for (const [piece, alike] of branch.#take(one.needles, one.from)) {
        const next = new Branch();
        branch.#next ??= new Map();
        branch.#next.set(piece, next);
        open.push({ branch: next, needles: alike, from: branch.#from + branch.#step });
      }
    }
    return root;
  }

  /** Keeps what need not be told apart, and gives the others by their next piece. */
  #take(needles: readonly Needle[], from: number): ReadonlyMap<string, Needle[]> {
    const goesOn = (needle: Needle): boolean => needles.length > 1 && needle.text.length > from;
    this.#whole = needles.filter((needle) => !goesOn(needle));
    const others = needles.filter(goesOn);
    this.#from = from;
    this.#step = others.reduce((least, { text }) => Math.min(least, text.length - from), MAX_HEAD);
    return groupBy(others, ({ text }) => text.slice(from, from + this.#step));
  }

  /** Whether one of the needles stands at `start`. */
  standsAt(text: string, start: number): boolean {
    let branch: Branch | undefined = this;
    while (branch !== undefined) {
      for (const needle of branch.#whole)
        if (text.startsWith(needle.text, start) && (!needle.free || isFree(text, start, needle.text.length)))
          return true;
      const at: number = start + branch.#from;
      branch = branch.#next?.get(text.slice(at, at + branch.#step));
    }
    return false;
  }
}

function groupBy(needles: readonly Needle[], keyOf: (needle: Needle) => string): Map<string, Needle[]> {
  const groups = new Map<string, Needle[]>();
  for (const needle of needles) {
    const key = keyOf(needle);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [needle]);
    else group.push(needle);
  }
  return groups;
}

/**
 * Finds the first of many needles in a text. Source: S. Wu, U. Manber, "A Fast Algorithm for Multi-Pattern
 * Searching", 1994: the last pair of characters in a window says how far the window can move without passing over
 * the beginning of a needle.
 */
export class NeedleSearch {
  readonly #byHead = new Map<string, Branch>();
  readonly #head: number;
  readonly #shifts: Uint8Array;

  constructor(needles: readonly Needle[]) {
    // Not by arguments of one call: a capture with tens of thousands of secrets has more needles than a call takes.
    this.#head = needles.reduce((least, { text }) => Math.min(least, text.length), MAX_HEAD);
    this.#shifts = new Uint8Array(1 << PAIR_BITS).fill(this.#head - 1);
    for (const [head, alike] of groupBy(needles, ({ text }) => text.slice(0, this.#head)))
      this.#byHead.set(head, Branch.of(alike, this.#head));
    for (const needle of needles) {
      for (let at = 1; at < this.#head; at++) {
        const pair = pairAt(needle.text, at);
        this.#shifts[pair] = Math.min(this.#shifts[pair] as number, this.#head - 1 - at);
      }
    }
  }

  /** Offset of the first needle; `undefined` = there is none. */
  find(text: string): number | undefined {
    const shifts = this.#shifts;
    const head = this.#head;
    const { length } = text;
    for (let at = head - 1; at < length; ) {
      const shift = shifts[pairAt(text, at)] as number;
      if (shift !== 0) {
        at += shift;
        continue;
      }
      const start = at - head + 1;
      if (this.#byHead.get(text.slice(start, at + 1))?.standsAt(text, start) === true) return start;
      at++;
    }
    return undefined;
  }
}

/** A number for the character at `at` and the one before it. */
function pairAt(text: string, at: number): number {
  return ((text.charCodeAt(at - 1) << 7) ^ text.charCodeAt(at)) & ((1 << PAIR_BITS) - 1);
}

function isFree(text: string, start: number, length: number): boolean {
  return !/[A-Za-z0-9]/.test(text[start - 1] ?? '') && !/[A-Za-z0-9]/.test(text[start + length] ?? '');
}
