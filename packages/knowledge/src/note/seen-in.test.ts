import { expect, it } from 'vitest';
import { languages } from '../language.ts';
import { words } from '../languages/languages.ts';
import { seenInPhrases, tellSeenIn } from './seen-in.ts';

it('leaves names of programs as they are and says the rest in the language', () => {
  expect(tellSeenIn('k6 LI-HAR, hand-made captures', words('fr'))).toBe(
    'k6 LI-HAR, captures faites à la main',
  );
  expect(tellSeenIn('Fiddler, files saved by Windows editors', words('ja'))).toBe(
    'Fiddler, Windows のエディターで保存したファイル',
  );
});

it('has words of its own in every language', () => {
  for (const language of languages.filter((one) => one !== 'en'))
    for (const phrase of seenInPhrases) expect(tellSeenIn(phrase, words(language))).not.toBe(phrase);
});
