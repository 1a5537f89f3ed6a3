import { describe, expect, it } from 'vitest';
import { type Language, languages } from '../language.ts';
import { countedTexts, literalsOf, spokenTexts, strayCharacters } from '../testing/compare-words.ts';
import { words } from './languages.ts';

/** Findings are told with facts of their own shapes, in `languages.test.ts`; the language is no text. */
const spokenIn = (language: Language) => {
  const { findings: _, language: __, ...rest } = words(language);
  return rest;
};
/** English says which message it is with the very word that it was given. */
const PART = '/comparison/member';
const textsOf = (language: Language) => spokenTexts(spokenIn(language));
const english = new Map(textsOf('en').map((one) => [one.path, one]));

describe.each(languages)('notes, errors, server messages and escalations in %s', (language) => {
  it('lack nothing, and say every value', () => {
    const own = textsOf(language);
    expect(own.map(({ path }) => path).sort()).toEqual([...english.keys()].sort());
    for (const { path, text, given } of own) {
      expect({ path, bad: /undefined|NaN|\[object|\s{2,}|。。|TODO/.exec(text)?.[0] }).toEqual({
        path,
        bad: undefined,
      });
      if (path !== PART) expect({ path, given }).toEqual({ path, given: english.get(path)?.given });
    }
  });

  it('keep what is typed as it is', () => {
    for (const { path, text } of textsOf(language))
      expect({ path, literals: literalsOf(text) }).toEqual({
        path,
        literals: literalsOf(english.get(path)?.text ?? ''),
      });
  });

  it('speak of none, of one and of many', () => {
    for (const { path, text } of countedTexts(spokenIn(language)))
      expect({ path, bad: /undefined|NaN|\[object/.exec(text)?.[0] }).toEqual({ path, bad: undefined });
  });
});

it.each(languages.filter((language) => language !== 'en'))(
  '%s leaves no English text in them',
  (language) => {
    const left = textsOf(language).filter(
      ({ path, text }) =>
        // Names of phases are DevTools' own.
        !path.startsWith('/terms/phase/') &&
        text === english.get(path)?.text &&
        / /.test(text.replace(/⟦[^⟧]*⟧|[^\p{L} ]/gu, '').trim()),
    );
    expect(left.map(({ path, text }) => `${path}: ${text}`)).toEqual([]);
  },
);

it.each(['zh-CN', 'zh-TW'] as const)('%s is written with its own characters', (language) => {
  const stray = textsOf(language).flatMap(({ path, text }) =>
    strayCharacters(text, language).map((character) => `${path}: ${character}`),
  );
  expect(stray).toEqual([]);
});
