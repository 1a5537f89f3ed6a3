import { expect, it } from 'vitest';
import { languages } from '../language.ts';
import { words } from '../languages/languages.ts';
import { tellTrait } from './tell-trait.ts';
import { traitDimensions } from './trait.ts';

it.each(languages)('tells every dimension with its numbers, in %s', (language) => {
  const sentences = traitDimensions.flatMap((dimension) =>
    ['svc-k.example.test', 'yes', 'no'].map((value) =>
      tellTrait({ dimension, value, failed: 7, allFailed: 8, others: 1, allOthers: 90 }, words(language)),
    ),
  );
  expect(new Set(sentences).size).toBe(sentences.length);
  for (const sentence of sentences) {
    expect(sentence).toMatch(/[.。]$/);
    expect(sentence).not.toMatch(/undefined|\s{2,}/);
    for (const number of ['7', '8', '1', '90']) expect(sentence).toContain(number);
  }
});
