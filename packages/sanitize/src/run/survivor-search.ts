import { decodePercent } from '../formats/form.ts';
import { decodeEntities } from '../formats/markup.ts';
import { spellingsOf } from '../learned/spellings.ts';
import { escapeWindows } from './escape-windows.ts';
import { NeedleSearch } from './needle-search.ts';

/** Shorter spellings turn up by chance; values that are so short are not looked for at all. */
const HEAD_LENGTH = 6;

/** Values shorter than this count only where nothing touches them; the same rule as for taking them out. */
const FREE_STANDING_LENGTH = 12;

/** A character is coded with ten others at most (`&#x10ffff;`); what is farther from every code is not spelled by one. */
const LONGEST_CODE = 10;

/**
 * A search for removed values that shares no code with the one that removes them: every place of a text is looked at,
 * and again, around every code, after percent-encoding, entities and JSON escapes were decoded. The result is the
 * offset of the first value in the text as it was looked at; `undefined` = there is none.
 */
export function createSurvivorSearch(values: Iterable<string>): (text: string) => number | undefined {
  const needles: { text: string; free: boolean }[] = [];
  let longest = 0;
  for (const value of values) {
    for (const { text, spelling } of spellingsOf(value)) {
      if (text.length < HEAD_LENGTH) continue;
      needles.push({ text, free: value.length < FREE_STANDING_LENGTH && spelling !== 'base64' });
      longest = Math.max(longest, text.length);
    }
  }
  if (needles.length === 0) return () => undefined;
  const search = new NeedleSearch(needles);
  const reach = longest * LONGEST_CODE;
  // A decoded quotation mark or backslash matters only to a value that has one.
  const holds = (sign: string): boolean => needles.some(({ text }) => text.includes(sign));
  const escaped = `u${['/', '"', '\\'].filter(holds).join('')}`.replaceAll('\\', '\\\\');
  const views = [
    { code: /%[0-9A-Fa-f]{2}/g, decode: decodePercent },
    { code: /&[#a-z]/gi, decode: decodeEntities },
    { code: new RegExp(`\\\\[${escaped}]`, 'g'), decode: decodeEscapes },
  ];
  return (text) => {
    const found = search.find(text);
    if (found !== undefined) return found;
    for (const { code, decode } of views) {
      for (const { start, end } of escapeWindows(text, code, reach)) {
        const window = text.slice(start, end);
        const view = decode(window);
        const offset = view === window ? undefined : search.find(view);
        if (offset !== undefined) return start + offset;
      }
    }
    return undefined;
  };
}

function decodeEscapes(text: string): string {
  return text.replace(/\\(?:u([0-9A-Fa-f]{4})|([/"\\]))/g, (_, unit: string | undefined, sign: string) =>
    unit === undefined ? sign : String.fromCharCode(Number.parseInt(unit, 16)),
  );
}
