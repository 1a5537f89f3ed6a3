import { describe, expect, it } from 'vitest';
import type { SecretSpan } from '../secret-span.ts';
import { grow } from '../testing/grow.ts';
import { createRandom } from '../testing/random.ts';
import { findShapes } from './find-shapes.ts';
import { shapeLiterals } from './literal-index.ts';
import { shapeRows } from './shape-rows.ts';

/** What stands around a sample in captures: quotes, a query, an escape, a sentence. */
const SURROUNDINGS: readonly ((sample: string) => string)[] = [
  (sample) => sample,
  (sample) => `{"value":"${sample}","next":1}`,
  (sample) => `\\n${sample}\\n`,
  (sample) => `x%3D${sample}`,
  (sample) => `It was ${sample}, they said.`,
];

function cut(text: string, spans: readonly SecretSpan[]): string {
  return [...spans]
    .reverse()
    .reduce((left, { start, end }) => `${left.slice(0, start)}[gone]${left.slice(end)}`, text);
}

describe('shapes', () => {
  it('knows at least 200 formats, each under an id of its own', () => {
    expect(shapeRows.length).toBeGreaterThanOrEqual(200);
    expect(new Set(shapeRows.map((row) => row.id)).size).toBe(shapeRows.length);
  });

  it.each(shapeRows.map((row) => [row.id, row] as const))(
    '%s finds its samples whatever stands around them',
    (id, row) => {
      expect(row.leak.length).toBeGreaterThan(0);
      const random = createRandom(7);
      for (const template of row.leak) {
        for (const surround of SURROUNDINGS) {
          for (let round = 0; round < 3; round++) {
            const grown = grow(template, random);
            const text = surround(grown.text);
            const spans = findShapes(text);
            expect(
              spans.map(({ rule }) => rule),
              `${template} in ${surround('…')}`,
            ).toContain(id);
            const left = cut(text, spans);
            for (const secret of grown.secrets)
              expect(left, `${template} in ${surround('…')}`).not.toContain(secret);
          }
        }
      }
    },
  );

  it.each(shapeRows.map((row) => [row.id, row] as const))('%s leaves its look-alikes', (id, row) => {
    expect(row.ok.length).toBeGreaterThan(0);
    const random = createRandom(11);
    for (const template of row.ok) {
      for (const surround of SURROUNDINGS) {
        const { text } = grow(template, random);
        expect(
          findShapes(surround(text)).map(({ rule }) => rule),
          template,
        ).not.toContain(id);
      }
    }
  });

  it('every literal is long enough and every sample holds one of its row, so that a prefilter loses nothing', () => {
    for (const { text } of shapeLiterals) {
      expect(text.length, text).toBeGreaterThanOrEqual(3);
      expect(text, text).toMatch(/^[\x20-\x7e\n]+$/);
    }
    const random = createRandom(3);
    for (const row of shapeRows) {
      for (const literal of row.literals) {
        const has = row.leak.some((template) => {
          const { text } = grow(template, random);
          return (row.anyCase ? text.toLowerCase() : text).includes(literal);
        });
        expect(has, `${row.id} has a sample with ${literal}`).toBe(true);
      }
    }
  });
});
