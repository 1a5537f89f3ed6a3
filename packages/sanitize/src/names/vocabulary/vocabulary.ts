import type { NameRow } from '../name-row.ts';
import { splitName } from '../split-name.ts';
import { harmlessNames } from './harmless.ts';
import { keyNames } from './keys.ts';
import { passwordNames } from './passwords.ts';
import { tokenNames } from './tokens.ts';

/** Every concept, in order: where two rows claim one name in one place, the earlier has it. */
export const nameRows: readonly NameRow[] = [...passwordNames, ...tokenNames, ...keyNames];

/** What a run of words means as the end of a name and as a whole name. */
export interface Meaning {
  readonly ends: readonly NameRow[];
  readonly whole: readonly NameRow[];
  readonly isHarmless: boolean;
}

/** Meanings by the words run together, lower case (`accesstoken`): people write them both ways. */
export const meanings: ReadonlyMap<string, Meaning> = collectMeanings();

/** Short runs that nothing else ends in. */
const SHORT_TAILS = new Set(['token', 'secret', 'apikey', 'passwd', 'pwd', 'csrf', 'xsrf']);

/**
 * Runs that are found inside a word nobody parted (`usersessiontoken`), the longest first: those of eight letters
 * and more, because shorter ones end other words by chance (`spin`, `turnkey`), and a few that do not.
 */
export const wordTails: readonly string[] = [...meanings.keys()]
  .filter((words) => words.length >= 8 || SHORT_TAILS.has(words))
  .sort((a, b) => b.length - a.length);

function collectMeanings(): ReadonlyMap<string, Meaning> {
  const found = new Map<string, { ends: NameRow[]; whole: NameRow[]; isHarmless: boolean }>();
  const meaningOf = (words: string) => {
    const key = splitName(words).join('');
    const meaning = found.get(key) ?? { ends: [], whole: [], isHarmless: false };
    found.set(key, meaning);
    return meaning;
  };
  for (const row of nameRows) {
    for (const words of listNames(row.ends)) meaningOf(words).ends.push(row);
    for (const words of listNames(row.whole ?? '')) meaningOf(words).whole.push(row);
  }
  for (const words of listNames(harmlessNames)) meaningOf(words).isHarmless = true;
  return found;
}

/** The names in a list: words parted by blanks, names by commas. */
export function listNames(list: string): string[] {
  return list
    .split(',')
    .map((words) => words.trim())
    .filter((words) => words !== '');
}
