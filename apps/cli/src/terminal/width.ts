/**
 * How many character cells a text takes in a terminal, and cutting it to so many. For text that went
 * through `escapeText`: no controls and nothing invisible is left in it, so only marks are 0 wide.
 */

/**
 * Wide and full-width characters that are no emoji, as ranges [from, to].
 * Source: Unicode 16, EastAsianWidth.txt (W and F), neighbouring blocks joined.
 */
const wideRanges: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f], // Hangul Jamo
  [0x2329, 0x232a],
  [0x2e80, 0x303e], // CJK radicals, punctuation
  [0x3041, 0x33ff], // kana, Bopomofo, compatibility
  [0x3400, 0x4dbf], // extension A
  [0x4e00, 0xa4cf], // ideographs, Yi
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3], // Hangul
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60], // full-width forms
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18cff], // Tangut
  [0x1aff0, 0x1b2ff], // kana supplements
  [0x1f200, 0x1f265],
  [0x20000, 0x3fffd], // extensions B and on
];

const mark = /\p{Mn}|\p{Me}/u;
const emoji = /\p{Emoji_Presentation}/u;
const ascii = /^[ -~]*$/;

/** Character cells of `text`. */
export function widthOf(text: string): number {
  if (ascii.test(text)) return text.length;
  let cells = 0;
  for (const character of text) cells += cellsOf(character);
  return cells;
}

/** Character cells of the widest of any number of texts; 0: there are none. */
export function widestOf(texts: Iterable<string>): number {
  let widest = 0;
  for (const text of texts) widest = Math.max(widest, widthOf(text));
  return widest;
}

/** `text` in at most `cells` cells; what is cut shows as `…` at the end. */
export function cutEnd(text: string, cells: number): string {
  if (widthOf(text) <= cells) return text;
  return cells < 1 ? '' : `${head(text, cells - 1)}…`;
}

/** `text` in at most `cells` cells, cut in its middle: both ends of a URL say something. */
export function cutMiddle(text: string, cells: number): string {
  if (widthOf(text) <= cells) return text;
  if (cells < 8) return cutEnd(text, cells);
  const tailCells = Math.floor((cells - 1) / 2);
  return `${head(text, cells - 1 - tailCells)}…${tail(text, tailCells)}`;
}

/** Filled up with spaces to `cells`, never cut. */
export function padEnd(text: string, cells: number): string {
  return text + ' '.repeat(Math.max(0, cells - widthOf(text)));
}

/** Numbers stand at the right of their column. */
export function padStart(text: string, cells: number): string {
  return ' '.repeat(Math.max(0, cells - widthOf(text))) + text;
}

function cellsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x300) return 1;
  if (mark.test(character)) return 0;
  if (emoji.test(character)) return 2;
  return wideRanges.some(([from, to]) => code >= from && code <= to) ? 2 : 1;
}

function head(text: string, cells: number): string {
  let used = 0;
  let kept = '';
  for (const character of text) {
    used += cellsOf(character);
    if (used > cells) break;
    kept += character;
  }
  return kept;
}

function tail(text: string, cells: number): string {
  let used = 0;
  let kept = '';
  for (const character of [...text].reverse()) {
    used += cellsOf(character);
    if (used > cells) break;
    kept = character + kept;
  }
  return kept;
}
