/** Slots of the table; a capture has a few thousand different names. */
const SLOTS = 1 << 13;

/** Longer names are seldom met twice. */
const MAX_LENGTH = 64;

/**
 * One string for each name that a capture repeats by the million. A name is found by its characters where it stands,
 * so that nothing is cut out of the text for it, and what is kept does not keep the text alive.
 */
export class NameTable {
  readonly #names: string[] = new Array<string>(SLOTS).fill('');

  /** The characters from `start` to `end` as a string. */
  name(text: string, start: number, end: number): string {
    const length = end - start;
    if (length > MAX_LENGTH) return text.slice(start, end);
    let hash = length;
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
    const slot = (hash ^ (hash >>> 13)) & (SLOTS - 1);
    const known = this.#names[slot] as string;
    if (known.length === length && standsAt(text, start, known)) return known;
    const name = detached(text.slice(start, end));
    this.#names[slot] = name;
    return name;
  }
}

function standsAt(text: string, start: number, name: string): boolean {
  for (let at = 0; at < name.length; at++)
    if (text.charCodeAt(start + at) !== name.charCodeAt(at)) return false;
  return true;
}

/** The same characters without the text they were cut out of, which V8 keeps alive for a cutting of 13 and more. */
export function detached(cutting: string): string {
  return ` ${cutting}`.slice(1);
}
