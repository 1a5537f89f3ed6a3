import { inflateSync } from 'fflate';
import { PACKED_WORDS, TRANSFORMS } from './brotli-dictionary.generated.ts';

const WORDS_BYTES = 122_784;
/** log₂ of how many words there are of each length. Spec: RFC 7932 §8, NDBITS. */
const INDEX_BITS = [0, 0, 0, 0, 10, 10, 11, 11, 10, 10, 10, 10, 10, 9, 9, 8, 7, 7, 8, 7, 7, 6, 6, 5, 5];
/** Where the words of each length begin. */
const OFFSETS = INDEX_BITS.map((_, length) =>
  INDEX_BITS.slice(0, length).reduce((sum, bits, shorter) => sum + (bits === 0 ? 0 : shorter * 2 ** bits), 0),
);
const UPPER_FIRST = 10;
const UPPER_ALL = 11;

let words: Uint8Array | undefined;

/** The dictionary, unpacked when the first body needs it. */
export function dictionaryWords(): Uint8Array {
  if (words === undefined) {
    const packed = Uint8Array.from(atob(PACKED_WORDS.join('')), (letter) => letter.charCodeAt(0));
    words = inflateSync(packed, { out: new Uint8Array(WORDS_BYTES) });
  }
  return words;
}

/** The word that a distance behind all output names. Throws RangeError where there is none. Spec: RFC 7932 §8. */
export function dictionaryWord(length: number, id: number): Uint8Array {
  const indexBits = INDEX_BITS[length] ?? 0;
  const transform = TRANSFORMS[Math.floor(id / 2 ** indexBits)];
  if (indexBits === 0 || transform === undefined) throw new RangeError('dictionary word');
  const start = (OFFSETS[length] as number) + (id % 2 ** indexBits) * length;
  const [prefix, operation, suffix] = transform;
  const word = transformed(dictionaryWords().slice(start, start + length), operation);
  return Uint8Array.from([...latin1(prefix), ...word, ...latin1(suffix)]);
}

function transformed(word: Uint8Array, operation: number): Uint8Array {
  if (operation === UPPER_FIRST) upperCase(word, 0);
  else if (operation === UPPER_ALL) for (let at = 0; at < word.length; ) at += upperCase(word, at);
  else if (operation > UPPER_ALL) return word.subarray(operation - UPPER_ALL);
  else if (operation > 0) return word.subarray(0, Math.max(0, word.length - operation));
  return word;
}

/** The format's own idea of upper case, by the bytes of UTF-8. Returns the character's length. */
function upperCase(word: Uint8Array, at: number): number {
  const byte = word[at] as number;
  if (byte < 0xc0) {
    if (byte >= 0x61 && byte <= 0x7a) word[at] = byte ^ 0x20;
    return 1;
  }
  const target = byte < 0xe0 ? at + 1 : at + 2;
  if (target < word.length) word[target] = (word[target] as number) ^ (byte < 0xe0 ? 0x20 : 5);
  return byte < 0xe0 ? 2 : 3;
}

function latin1(text: string): number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0));
}
