import { describe, expect, it } from 'vitest';
import { languages } from '../language.ts';
import { words } from '../languages/languages.ts';
import type { LackCode, LackFacts } from './escalation-words.ts';

const examples: { readonly [Code in LackCode]: LackFacts[Code] } = {
  'no-error': {},
  'no-such-entry': { entry: 7, entries: 3 },
  'no-id': {},
  'id-not-in-capture': { id: 'ATLAS_x_1' },
  'not-searched': { id: 'ATLAS_x_1' },
  'no-records': { id: 'ATLAS_x_1' },
  'nothing-seen': {},
  'no-time': {},
  'time-without-zone': { time: '09:30' },
  'time-outside': {
    time: '2026-01-15T09:30:00Z',
    from: '2026-01-16T09:30:00Z',
    until: '2026-01-16T09:31:00Z',
  },
  solvable: { fixer: 'NETWORK', how: 'HOW.' },
  'no-reason': {},
};
const codes = Object.keys(examples) as LackCode[];

function told(code: LackCode, language: (typeof languages)[number]): { what: string; next: string } {
  const tell = words(language).escalation.lack[code] as (facts: object) => { what: string; next: string };
  return tell(examples[code]);
}

it.each([
  ['en', 'Next: '],
  ['fr', 'Next : '],
  ['ja', 'Next：'],
  ['ko', 'Next: '],
  ['zh-CN', 'Next：'],
  ['zh-TW', 'Next：'],
] as const)('%s sets the colon behind a label as %j', (language, told) => {
  expect(words(language).escalation.labelled('Next')).toBe(told);
});

describe.each(languages)('%s', (language) => {
  it('says of each gap what it is and what to do, in whole sentences', () => {
    for (const code of codes) {
      const { what, next } = told(code, language);
      for (const text of [what, next]) {
        expect(text).toMatch(/[.。]$/);
        expect(text).not.toMatch(/undefined|\[object|\s{2,}/);
      }
    }
    expect(new Set(codes.map((code) => told(code, language).what)).size).toBe(codes.length);
  });

  it('speaks of no id where none is known', () => {
    const { lack } = words(language).escalation;
    for (const code of ['not-searched', 'no-records'] as const) {
      const { what, next } = lack[code]({});
      for (const text of [what, next]) expect(text).toMatch(/^(?!.*undefined).*[.。]$/);
    }
  });

  it('tells every fact, and leaves literals as they are', () => {
    for (const code of codes) {
      const { what, next } = told(code, language);
      for (const fact of Object.values(examples[code])) expect(`${what} ${next}`).toContain(String(fact));
      // Names of answers, options and commands are what a person types.
      const english = told(code, 'en');
      const typed = `${english.what} ${english.next}`.match(/"\w+"|--\w+|harrier \w+/g) ?? [];
      for (const literal of typed) expect(`${what} ${next}`).toContain(literal);
    }
  });

  it('asks each question, and names each section, in its own words', () => {
    const { question, section } = words(language).escalation;
    for (const table of [question, section])
      expect(new Set(Object.values(table)).size).toBe(Object.keys(table).length);
  });
});
