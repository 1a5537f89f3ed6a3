import { copyText } from '../content/copy-text.ts';
import { findNameRow } from './find-name-row.ts';
import { type HeaderReading, readingOf } from './header-fields.ts';
import { mayMean } from './may-mean.ts';
import { headerPlaces, type NamePlace } from './name-place.ts';
import type { NameRow } from './name-row.ts';

/** All that a name says before its value is seen. */
export interface NameMeaning {
  readonly row: NameRow | undefined;
  /** How the value would be read in a header; in other places, when a body repeats a header under its name. */
  readonly reading: HeaderReading;
}

/**
 * What a name means in a place; `undefined` when it says nothing, and no value under it needs a look (a cookie's
 * always does). Answers are remembered, because a capture repeats its few thousand names by the million.
 */
export function nameMeaning(place: NamePlace, name: string): NameMeaning | undefined {
  const byName = remembered.get(place) ?? new Map<string, NameMeaning | undefined>();
  const known = byName.get(name);
  if (known !== undefined || byName.has(name)) return known;
  const meaning = decide(place, name);
  if (byName.size >= MAX_REMEMBERED) byName.clear();
  byName.set(copyText(name), meaning);
  remembered.set(place, byName);
  return meaning;
}

/** Names remembered for each place; above it a hostile capture would fill the memory with made-up keys. */
const MAX_REMEMBERED = 20_000;

const remembered = new Map<NamePlace, Map<string, NameMeaning | undefined>>();

function decide(place: NamePlace, name: string): NameMeaning | undefined {
  if (!mayMean(name)) return undefined;
  const row = findNameRow(place, name);
  const reading = isHeaderLike(place, name) ? readingOf(name) : 'named';
  const saysNothing = reading === 'stays' || (reading === 'named' && row === undefined);
  return saysNothing ? undefined : { row, reading };
}

/** In bodies only names that a header could have are read like one. */
function isHeaderLike(place: NamePlace, name: string): boolean {
  if (headerPlaces.includes(place)) return true;
  return place !== 'path' && /^[A-Za-z0-9_-]{1,100}$/.test(name);
}
