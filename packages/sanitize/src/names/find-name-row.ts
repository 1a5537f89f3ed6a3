import type { NamePlace } from './name-place.ts';
import type { NameRow } from './name-row.ts';
import { splitName } from './split-name.ts';
import { meanings, wordTails } from './vocabulary/vocabulary.ts';

/**
 * The concept a name stands for in a place; `undefined` when it names no credential.
 *
 * The last words decide, the longest run of them first, with words such as `confirm` and `2` at the end passed
 * over: `new_password_confirm`, `X-Auth-Token`, `user[apiKey]`.
 */
export function findNameRow(place: NamePlace, name: string): NameRow | undefined {
  const local = place.startsWith('xml') ? name.slice(name.lastIndexOf(':') + 1) : name;
  return decide(place, splitName(local));
}

/** Words that may follow without changing what a thing is. */
const TRAILING = new Set(
  'confirm confirmation confirmed again repeat repeated verify retype new old current value raw plain plaintext enc encrypted encoded b64 base64 fallback'.split(
    ' ',
  ),
);

function decide(place: NamePlace, words: readonly string[]): NameRow | undefined {
  let rest = words;
  let isPlural = false;
  for (let dropped = 0; dropped < 3 && rest.length > 0; dropped++) {
    const found = meaningOfEnd(place, rest, isPlural);
    if (found !== 'unknown') return found;
    const last = rest.at(-1) ?? '';
    const before = rest.slice(0, -1);
    if (before.length > 0 && (TRAILING.has(last) || /^\d{1,3}$/.test(last))) rest = before;
    else if (/[a-z]\d{1,2}$/.test(last)) rest = [...before, last.replace(/\d{1,2}$/, '')];
    else if (last.length > 3 && last.endsWith('s') && !last.endsWith('ss')) {
      rest = [...before, last.slice(0, -1)];
      isPlural = true;
    } else break;
  }
  return undefined;
}

/** A plural is never a whole name: `passwords` may hold passwords, `states` are states. */
function meaningOfEnd(
  place: NamePlace,
  words: readonly string[],
  isPlural: boolean,
): NameRow | 'unknown' | undefined {
  for (let from = 0; from < words.length; from++) {
    const meaning = meanings.get(words.slice(from).join(''));
    if (meaning === undefined) continue;
    const rows = from === 0 && !isPlural ? [...meaning.whole, ...meaning.ends] : meaning.ends;
    const row = rows.find((candidate) => countsIn(candidate, place));
    if (row !== undefined) return row;
    if (meaning.isHarmless) return undefined;
  }
  const last = words.at(-1) ?? '';
  if (last.length < MIN_UNPARTED) return 'unknown';
  for (const tail of wordTails) {
    if (tail.length >= last.length || !last.endsWith(tail)) continue;
    const meaning = meanings.get(tail);
    if (meaning?.isHarmless) return undefined;
    const row = meaning?.ends.find((candidate) => countsIn(candidate, place));
    if (row !== undefined) return row;
  }
  return 'unknown';
}

/** `userpwd`; shorter words are whole names. */
const MIN_UNPARTED = 6;

function countsIn(row: NameRow, place: NamePlace): boolean {
  return row.places === undefined ? place !== 'path' : row.places.includes(place);
}
