/** A word to look for in bytes; at least three bytes long. */
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

/** Of every word the first three bytes are compared; so far a window reaches. */
const WINDOW = 3;

/** A place in the table of beginnings: five bits tell letters apart, so that few beginnings share one. */
const PLACES = 0x10000;
function placeOf(first: number, second: number, third: number): number {
  return ((first << 10) ^ (second << 5) ^ third) & (PLACES - 1);
}

/**
 * Looks for many words at once: a window of three bytes, of which the last two say how far it may move on (Wu and Manber, with blocks of
 * two), and all three whether a word may begin there. One loop that is compiled once, and for most texts all that has to be done.
 */
export function wordSieve(words: readonly SieveWord[]): Sieve {
  const shift = new Uint8Array(0x10000).fill(WINDOW - 1);
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
    const [first = [], second = [], third = []] = [0, 1, 2].map((place) => variants(word, place));
    for (const a of first)
      for (const b of second) shift[(a << 8) | b] = Math.min(shift[(a << 8) | b] ?? 0, 1);
    for (const b of second)
      for (const c of third) {
        shift[(b << 8) | c] = 0;
        for (const a of first) add(placeOf(a, b, c), word);
      }
  }
  return (bytes) => {
    let found = 0;
    let at = WINDOW - 1;
    while (at < bytes.length) {
      const second = bytes[at - 1] as number;
      const third = bytes[at] as number;
      const step = shift[(second << 8) | third] as number;
      if (step === 0) {
        const list = listAt[placeOf(bytes[at - 2] as number, second, third)] as number;
        if (list !== 0) {
          found |= wordsAt(lists[list] as SieveWord[], bytes, at - WINDOW + 1, found);
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
