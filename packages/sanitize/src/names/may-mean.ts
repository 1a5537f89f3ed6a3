import { meanings } from './vocabulary/vocabulary.ts';

/** What header fields are called that are read in a way of their own (`header-fields.ts`), without their signs. */
const FIELDS =
  'cookie cookie2 setcookie setcookie2 secwebsocketprotocol signature stripesignature xwsse sessionid ' +
  'authenticate authenticationinfo proxyauthenticationinfo authorization';

/** By a hash: the last four letters of what names are told by, and by their lengths what is shorter. */
const ends = new Uint8Array(1 << 16);

/** Letters that are a name by themselves: the private members of a key. */
const lone = new Uint8Array(128);

const END = 4;

for (const words of [...meanings.keys(), ...FIELDS.split(' ')]) {
  let letters = 0;
  for (const letter of words.slice(-END)) letters = (letters << 8) | (letter.charCodeAt(0) & 255);
  if (words.length === 1) lone[letters & 127] = 1;
  else ends[slotOf(letters, Math.min(words.length, END))] = 1;
}

/**
 * Whether a name can mean anything: `false` is certain, found out in a walk over its letters. What a name is told by
 * (`findNameRow`, `readingOf`) stands in it once its signs and its case are gone; where none of it can end, nothing is told.
 */
export function mayMean(name: string): boolean {
  let letters = 0;
  for (let at = 0; at < name.length; at++) {
    let code = name.charCodeAt(at);
    // Accents are folded, and other scripts have their own words.
    if (code > 127) return true;
    if (lone[code | 32] === 1 && isLone(name, at)) return true;
    if (code >= 65 && code <= 90) code |= 32;
    else if (!((code >= 97 && code <= 122) || (code >= 48 && code <= 57))) continue;
    letters = (letters << 8) | code;
    if (
      ends[slotOf(letters, 4)] === 1 ||
      ends[slotOf(letters & 0xffffff, 3)] === 1 ||
      ends[slotOf(letters & 0xffff, 2)] === 1
    )
      return true;
  }
  return false;
}

/** Whether the letter at `at` could be a word by itself: no letter goes on to it or from it, but for a capital. */
function isLone(name: string, at: number): boolean {
  const isCapital = name.charCodeAt(at) < 97;
  const goesOn = /[a-z]/.test(name[at + 1] ?? '');
  return !goesOn && (isCapital || !/[A-Za-z]/.test(name[at - 1] ?? ''));
}

function slotOf(letters: number, length: number): number {
  return Math.imul(letters ^ (length << 29), 0x9e3779b1) >>> 16;
}
