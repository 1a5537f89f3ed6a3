import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { languages } from '@harrier/knowledge';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { allRules } from '../../rules/registry.ts';
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

  it('fits the published schema and the reader', () => {
    const ajv = new Ajv2020();
    ajv.validate(JSON.parse(readFileSync(schemaFile, 'utf8')), JSON.parse(text));
    expect(ajv.errors).toBeNull();
    expect(readPlaybook(text).findings.length).toBeGreaterThan(0);
  });

  it('says everything in every language, each in its own', () => {
    for (const { texts } of readPlaybook(text).findings) {
      for (const key of Object.keys(texts.en) as (keyof typeof texts.en)[]) {
        const told = languages.map((language) => texts[language]?.[key]);
        expect(told.every((sentence) => (sentence ?? '').length > 4)).toBe(true);
        expect(new Set(told).size).toBe(languages.length);
      }
    }
  });
});

/** Rules that are on their way; a playbook may know them before. */
const announced = [
  'fail/oci-error',
  'fail/gateway-envoy',
  'fail/gateway-timeout',
  'fail/rate-limited',
  'slow/server',
  'slow/wait-unexplained',
];

it('refine rules that exist', () => {
  const ids = new Set<string>([
    ...allRules.map(({ meta }) => meta.id),
    ...announced,
    'fail/http-4xx',
    'slow/wait-dominates',
  ]);
  for (const { findings } of shippedPlaybooks)
    for (const { refines = [] } of findings) for (const id of refines) expect(ids).toContain(id);
});
