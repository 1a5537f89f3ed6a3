/** Which UTF-16 code units match, ignoring case as JavaScript's flag `i` does. */
export interface CharacterSet {
  readonly has: (code: number) => boolean;
}

type Range = readonly [from: number, to: number];

/** The members of any of the ranges, both ends included, in either case. */
export function characterSet(ranges: readonly Range[]): CharacterSet {
  const holds = (code: number) => ranges.some(([from, to]) => code >= from && code <= to);
  return remembered((code) => holds(code) || otherCases(code).some(holds));
}

export function union(sets: readonly CharacterSet[]): CharacterSet {
  return sets.length === 1 ? sets[0]! : remembered((code) => sets.some((set) => set.has(code)));
}

export function negated(set: CharacterSet): CharacterSet {
  return remembered((code) => !set.has(code));
}

/** `\d` */
export const DIGITS = characterSet([[0x30, 0x39]]);
/** `\w` */
export const WORDS = characterSet([
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
]);
/** `\s`: ECMA-262, WhiteSpace and LineTerminator. */
export const SPACES = characterSet([
  [0x09, 0x0d],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
]);
/** `.` */
export const NOT_LINE_END = remembered((code) => !isLineEnd(code));

/** ECMA-262, LineTerminator. */
export function isLineEnd(code: number): boolean {
  return code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029;
}

/** Answers for ASCII from a table: nearly every captured character is one. */
function remembered(has: (code: number) => boolean): CharacterSet {
  const ascii = Uint8Array.from({ length: 128 }, (_, code) => (has(code) ? 1 : 0));
  return { has: (code) => (code < 128 ? ascii[code] === 1 : has(code)) };
}

/** The same letter in the other case. ECMA-262, Canonicalize: one unit stays one, and no letter becomes ASCII. */
function otherCases(code: number): readonly number[] {
  // Of ASCII only letters have one, 32 away; no table of Unicode is needed for them.
  if (code < 128) return isAsciiLetter(code) ? [code ^ 0x20] : [];
  const letter = String.fromCharCode(code);
  return [letter.toLowerCase(), letter.toUpperCase()]
    .filter((other) => other.length === 1 && other !== letter)
    .map((other) => other.charCodeAt(0))
    .filter((other) => other >= 128);
}

function isAsciiLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}
