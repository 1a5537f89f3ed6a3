import { durationOf, place as placeOf } from '../finding/place.ts';
import type { Words } from '../words.ts';
import type { DifferenceFacts, Side } from './difference-facts.ts';

/** What people call the two captures. */
export type CaptureNames = Readonly<Record<Side, string>>;

/** A difference as a sentence. */
export function tellDifference(facts: DifferenceFacts, names: CaptureNames, words: Words): string {
  const { comparison, terms, language } = words;
  const place = placeOf(facts);
  switch (facts.kind) {
    case 'access':
      return tellValues(facts.name, place, facts, names, words);
    case 'member':
      return tellValues(comparison.member(facts.pointer, facts.message), place, facts, names, words);
    case 'header':
      return tellValues(comparison.header(facts.name, facts.message), place, facts, names, words);
    case 'status': {
      const known = (text: string) => (text === '' ? comparison.noAnswer : text);
      return tellValues(comparison.status, place, { a: known(facts.a), b: known(facts.b) }, names, words);
    }
    case 'presence': {
      const missing = facts.onlyIn === 'a' ? 'b' : 'a';
      const [there, notThere] = [names[facts.onlyIn], names[missing]];
      return facts.failedWith === undefined
        ? comparison.requestOnlyIn(place, facts.count, there, notThere)
        : comparison.failedOnlyIn(place, facts.failedWith || comparison.noAnswer, there, notThere);
    }
    case 'count':
      return comparison.counts(place, facts.a, names.a, facts.b, names.b);
    case 'time': {
      const point = language === 'fr' ? ',' : '.';
      const a = { value: durationOf(facts.aMs, point), file: names.a };
      const b = { value: durationOf(facts.bMs, point), file: names.b };
      const phase = facts.phase === 'unaccounted' ? undefined : terms.phase[facts.phase];
      return facts.aMs > facts.bMs
        ? comparison.slower(place, phase, a, b)
        : comparison.slower(place, phase, b, a);
    }
  }
}

function tellValues(
  what: string,
  place: string,
  { a, b }: { readonly a?: string; readonly b?: string },
  names: CaptureNames,
  { comparison }: Words,
): string {
  if (a === undefined) return comparison.onlyIn(what, place, { value: b ?? '', file: names.b }, names.a);
  if (b === undefined) return comparison.onlyIn(what, place, { value: a, file: names.a }, names.b);
  return comparison.differs(what, place, { value: a, file: names.a }, { value: b, file: names.b });
}
