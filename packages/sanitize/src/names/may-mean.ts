import { meanings } from './vocabulary/vocabulary.ts';

/** What header fields are called that are read in a way of their own (`header-fields.ts`), without their signs. */
const FIELDS =
  'cookie cookie2 setcookie setcookie2 secwebsocketprotocol signature stripesignature xwsse sessionid ' +
  'authenticate authenticationinfo proxyauthenticationinfo authorization ' +
  // What tells of cookies in JSON (`json-text.ts`).
  'cookies httponly hostonly samesite';

/** By a hash ({@link endSlot}): the last four letters of what names are told by, and by their lengths what is shorter. */
export const nameEnds = new Uint8Array(1 << 16);

/** Letters that are a name by themselves: the private members of a key. */
export const loneLetters = new Uint8Array(128);

const END = 4;

for (const words of [...meanings.keys(), ...FIELDS.split(' ')]) {
  if (words.length === 1) loneLetters[words.charCodeAt(0) & 127] = 1;
  else nameEnds[endSlot(words)] = 1;
}

/** The place in {@link nameEnds} of words that end like these: two letters and more, without signs and capitals. */
export function endSlot(words: string): number {
  let letters = 0;
  for (const letter of words.slice(-END)) letters = (letters << 8) | (letter.charCodeAt(0) & 255);
  return slotOf(letters, Math.min(words.length, END));
}

/**
 * Whether a name can mean anything: `false` is certain, found out in a walk over its letters. What a name is told by
 * (`findNameRow`, `readingOf`) stands in it once its signs and its case are gone; where none of it can end, nothing is told.
 */
export function mayMean(name: string): boolean {
  let letters = 0;
  let hexDigits = END;
  for (let at = 0; at < name.length; at++) {
    let code = name.charCodeAt(at);
    // Accents are folded, and other scripts have their own words.
    if (code > 127) return true;
    if (loneLetters[code | 32] === 1 && isLone(name, at)) return true;
    if (code >= 65 && code <= 90) code |= 32;
    else if (!((code >= 97 && code <= 122) || (code >= 48 && code <= 57))) continue;
    letters = (letters << 8) | code;
    // An id: no word ends in hex digits alone.
    hexDigits = code <= 102 ? hexDigits + 1 : 0;
    if (hexDigits >= END) continue;
    if (
      nameEnds[slotOf(letters, 4)] === 1 ||
      nameEnds[slotOf(letters & 0xffffff, 3)] === 1 ||
      nameEnds[slotOf(letters & 0xffff, 2)] === 1
    )
      return true;
  }
  return false;
}

/**
 * Whether the letter at `at` could be a word by itself: nothing goes on to it, but a capital begins a word; and nothing
 * goes on from it but a number of two digits at most (`d2`).
 */
function isLone(name: string, at: number): boolean {
  const goesOn = /^(?:\d{0,2}[a-z]|\d{3})/.test(name.slice(at + 1, at + 4));
  return !goesOn && (name.charCodeAt(at) < 97 || !/[A-Za-z\d]/.test(name[at - 1] ?? ''));
}

function slotOf(letters: number, length: number): number {
  return Math.imul(letters ^ (length << 29), 0x9e3779b1) >>> 16;
}
