import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fillSentence, languages } from '@harrier/knowledge';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { readPlaybook } from '../read-playbook.ts';
import { shippedPlaybooks } from './shipped-playbooks.ts';

const folder = new URL('./', import.meta.url);
const schemaFile = new URL('../../../../../docs/schemas/playbook.schema.json', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
const texts = names.map((name) => readFileSync(new URL(name, folder), 'utf8'));
/** The products first: what is known of one goes before what holds for all. */
const order = ['webex-calling', 'general'];

it('are the files beside it (HARRIER_WRITE_FIXTURES=1 writes them)', () => {
  const packs = texts
    .map((text) => JSON.parse(text) as { id: string; $schema?: string })
    .sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
    .map(({ $schema: _, ...pack }) => pack);
  if (process.env.HARRIER_WRITE_FIXTURES === '1') {
    const module = [
      '// Made by shipped-playbooks.test.ts of the JSON files beside it: old Node and browsers import no JSON.',
      "import type { Playbook } from '../playbook.ts';",
      '',
      '/** The playbooks that Harrier brings; the more exact first. */',
      `export const shippedPlaybooks: readonly Playbook[] = ${JSON.stringify(packs, null, 2)};`,
      '',
    ];
    writeFileSync(new URL('shipped-playbooks.ts', folder), module.join('\n'));
  } else expect(shippedPlaybooks).toEqual(packs);
  expect(packs.map(({ id }) => id)).toEqual(order);
});

describe.each(names)('%s', (name) => {
  const text = readFileSync(new URL(name, folder), 'utf8');
  const playbook = readPlaybook(text);

  it('fits the published schema', () => {
    const ajv = new Ajv2020();
    ajv.validate(JSON.parse(readFileSync(schemaFile, 'utf8')), JSON.parse(text));
    expect(ajv.errors).toBeNull();
  });

  it('says everything in every language, each in its own', () => {
    for (const { texts } of playbook.findings)
      for (const key of Object.keys(texts.en) as (keyof typeof texts.en)[]) {
        const told = languages.map((language) => texts[language]?.[key]);
        expect(told.every((sentence) => (sentence ?? '').length > 4)).toBe(true);
        expect(new Set(told).size).toBe(languages.length);
      }
  });

  it('names the same facts in every language', () => {
    const factsOf = (sentence = '') => [...new Set(sentence.match(/\{[^}]+\}/g))].sort();
    for (const { texts } of playbook.findings)
      for (const key of Object.keys(texts.en) as (keyof typeof texts.en)[])
        for (const language of languages)
          expect([language, factsOf(texts[language]?.[key])]).toEqual([language, factsOf(texts.en[key])]);
  });

  it('leaves no brace behind when every fact is known and when only those outside of [[…]] are', () => {
    for (const { texts } of playbook.findings)
      for (const language of languages)
        for (const sentence of Object.values(texts[language] ?? {}) as string[]) {
          const outside = sentence.replace(/\[\[[^\]]*\]\]/g, '');
          for (const known of [sentence, outside]) {
            const facts = Object.fromEntries(
              [...known.matchAll(/\{(\w+)/g)].map(([, fact = '']) => [fact, 'x']),
            );
            const told = fillSentence(
              sentence,
              { id: 'playbook/a/b', texts, labels: playbook.labels ?? {}, facts },
              language,
            );
            expect(told).not.toMatch(/[{}]|\[\[|\]\]|\?|undefined/);
          }
        }
  });
});
