import { describe, expect, it } from 'vitest';
import { languages } from '../language.ts';
import { words } from '../languages/languages.ts';
import type { DifferenceFacts } from './difference-facts.ts';
import { tellDifference } from './tell-difference.ts';

const place = { method: 'GET', host: 'api.example.test', path: '/v1/users/{id}' };
const names = { a: 'failing.har', b: 'working.har' };
const samples: readonly DifferenceFacts[] = [
  { ...place, kind: 'access', name: 'singleNumberReach', a: 'NO_ACCESS', b: 'FULL_ACCESS' },
  { ...place, kind: 'status', a: '502', b: '' },
  { ...place, kind: 'member', message: 'response', pointer: '/licence', a: '"Basic"', b: '"Full"' },
  { ...place, kind: 'member', message: 'request', pointer: '/enabled', b: 'true' },
  { ...place, kind: 'header', message: 'request', name: 'origin', a: 'null' },
  { ...place, kind: 'header', message: 'response', name: 'vary', a: 'Origin', b: '*' },
  { ...place, kind: 'presence', onlyIn: 'a', count: 1 },
  { ...place, kind: 'presence', onlyIn: 'b', count: 4 },
  { ...place, kind: 'presence', onlyIn: 'a', count: 1, failedWith: '500' },
  { ...place, kind: 'presence', onlyIn: 'b', count: 2, failedWith: '' },
  { ...place, kind: 'count', a: 1, b: 3 },
  { ...place, kind: 'time', phase: 'wait', aMs: 120, bMs: 2600 },
  { ...place, kind: 'time', phase: 'unaccounted', aMs: 2600, bMs: 120 },
];

describe.each(languages)('in %s', (language) => {
  it('is a sentence of its own for every kind, with both captures and every literal', () => {
    const sentences = samples.map((facts) => tellDifference(facts, names, words(language)));
    expect(new Set(sentences).size).toBe(samples.length);
    for (const [at, sentence] of sentences.entries()) {
      const facts = samples[at] as DifferenceFacts;
      expect(sentence).toContain('GET api.example.test/v1/users/{id}');
      expect(sentence).toContain(names.a);
      expect(sentence).toContain(names.b);
      expect(sentence).toMatch(/[.。]$/);
      expect(sentence).not.toMatch(/undefined|NaN|\[object|\s{2,}/);
      if ('name' in facts) expect(sentence).toContain(facts.name);
      if ('pointer' in facts) expect(sentence).toContain(facts.pointer);
    }
    const { same, nothingPaired } = words(language).comparison;
    expect(same(1)).not.toBe(nothingPaired);
  });
});
