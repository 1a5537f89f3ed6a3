/** A word to look for in bytes; at least three bytes long. The longer the shortest of them, the quicker the look. */
export interface SieveWord {
  readonly bytes: Uint8Array;
  /** ASCII letters count in both cases. */
  readonly isAnyCase: boolean;
  /** Bits to report where it is found. */
  readonly bits: number;
  /** Whether it counts where it stands. */
  readonly counts?: (bytes: Uint8Array, at: number) => boolean;
}

/** Which words stand somewhere in some bytes, as the union of their bits. */
export type Sieve = (bytes: Uint8Array) => number;

/** Of every word so many bytes are compared at first, or as many as the shortest has. */
const MAX_WINDOW = 5;

/** A place in the table of beginnings: five bits tell letters apart, so that few beginnings share one. */
const PLACES = 0x10000;
function placeOf(first: number, second: number, third: number): number {
  return ((first << 10) ^ (second << 5) ^ third) & (PLACES - 1);
}

/**
 * Looks for many words at once: a window as long as the shortest word, of which the last two bytes say how far it may move on (Wu and
 * Manber, with blocks of two), and the first three whether a word may begin there. One loop that is compiled once, and for most texts
 * all that has to be done.
 */
export function wordSieve(words: readonly SieveWord[]): Sieve {
  const window = Math.min(MAX_WINDOW, ...words.map(({ bytes }) => bytes.length));
  const shift = new Uint8Array(0x10000).fill(window - 1);
  /** Of each place which list of words begins there; 0 none. */
  const listAt = new Uint16Array(PLACES);
  const lists: SieveWord[][] = [[]];
  const all = words.reduce((bits, word) => bits | word.bits, 0);
  const add = (place: number, word: SieveWord) => {
    if (listAt[place] === 0) listAt[place] = lists.push([]) - 1;
    const list = lists[listAt[place] as number] as SieveWord[];
    if (!list.includes(word)) list.push(word);
  };
  for (const word of words) {
    for (let place = 1; place < window; place++)
      for (const a of variants(word, place - 1))
        for (const b of variants(word, place))
          shift[(a << 8) | b] = Math.min(shift[(a << 8) | b] ?? 0, window - 1 - place);
    for (const a of variants(word, 0))
      for (const b of variants(word, 1)) for (const c of variants(word, 2)) add(placeOf(a, b, c), word);
  }
  return (bytes) => {
    let found = 0;
    let at = window - 1;
    while (at < bytes.length) {
      const step = shift[((bytes[at - 1] as number) << 8) | (bytes[at] as number)] as number;
      if (step === 0) {
        const start = at - window + 1;
        const place = placeOf(bytes[start] as number, bytes[start + 1] as number, bytes[start + 2] as number);
        const list = listAt[place] as number;
        if (list !== 0) {
          found |= wordsAt(lists[list] as SieveWord[], bytes, start, found);
          if (found === all) return found;
        }
      }
      at += step || 1;
    }
    return found;
  };
}

function wordsAt(words: readonly SieveWord[], bytes: Uint8Array, start: number, found: number): number {
  let bits = 0;
  for (const word of words) {
    if ((word.bits & ~found) !== 0 && standsAt(word, bytes, start) && word.counts?.(bytes, start) !== false)
      bits |= word.bits;
  }
  return bits;
}

function standsAt({ bytes: word, isAnyCase }: SieveWord, bytes: Uint8Array, start: number): boolean {
  for (let place = 0; place < word.length; place++) {
    const byte = bytes[start + place] as number;
    if (byte !== word[place] && !(isAnyCase && isLetter(byte) && (byte ^ CASE) === word[place])) return false;
  }
  return true;
}

/** The bit in which the cases of an ASCII letter differ. */
const CASE = 0x20;

function isLetter(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}

function variants({ bytes, isAnyCase }: SieveWord, place: number): number[] {
  const byte = bytes[place] ?? 0;
  return isAnyCase && isLetter(byte) ? [byte, byte ^ CASE] : [byte];
}
