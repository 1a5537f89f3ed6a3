import { readdirSync, readFileSync } from 'node:fs';
import type { HarReadErrorCode, Phase } from '@harrier/har';
import { noteCodes, type PhaseName, type ReadErrorCode } from '@harrier/knowledge';
import { expect, expectTypeOf, it } from 'vitest';

const har = new URL('../../har/src/', import.meta.url);
const sources = readdirSync(har, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.includes('generated'))
  .map((name) => readFileSync(new URL(name, har), 'utf8'));

it('has words for every code of a note that readers write', () => {
  const written = sources
    .flatMap((source) => [...source.matchAll(/'((?:file|json|log|entry|saz|zip)\/[a-z0-9-]+)'/g)])
    .map(([, code]) => code);
  expect(written.length).toBeGreaterThan(40);
  expect([...new Set(written)].filter((code) => !(noteCodes as readonly unknown[]).includes(code))).toEqual(
    [],
  );
});

it('has words for every way in which a file cannot be read, and for every phase', () => {
  expectTypeOf<ReadErrorCode>().toEqualTypeOf<HarReadErrorCode>();
  expectTypeOf<PhaseName>().toEqualTypeOf<Phase>();
});
