import { copyText } from './copy-text.ts';

/** Slots of the table; a capture has a few thousand different names. */
const SLOTS = 1 << 13;

/** Longer names are seldom met twice. */
const MAX_LENGTH = 64;

/**
 * One string for each name that a capture repeats by the million. A name is found by its characters where it stands,
 * so that nothing is cut out of the text for it, and what is kept does not keep the text alive.
 */
export class NameTable {
  readonly #written: string[] = new Array<string>(SLOTS).fill('');
  readonly #names: string[] = new Array<string>(SLOTS).fill('');
  readonly #read: (written: string) => string;

  /** `read` makes a name of what is written. */
  constructor(read: (written: string) => string = (written) => written) {
    this.#read = read;
  }

  /** The name that is written from `start` to `end`. */
  name(text: string, start: number, end: number): string {
    const length = end - start;
    if (length > MAX_LENGTH) return this.#read(text.slice(start, end));
    let hash = length;
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
    const slot = (hash ^ (hash >>> 13)) & (SLOTS - 1);
    const known = this.#written[slot] as string;
    if (known.length === length && standsAt(text, start, known)) return this.#names[slot] as string;
    const written = copyText(text.slice(start, end));
    const name = this.#read(written);
    this.#written[slot] = written;
    this.#names[slot] = name;
    return name;
  }
}

function standsAt(text: string, start: number, name: string): boolean {
  for (let at = 0; at < name.length; at++)
    if (text.charCodeAt(start + at) !== name.charCodeAt(at)) return false;
  return true;
}
