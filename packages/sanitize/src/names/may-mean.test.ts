import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameStyles } from '../testing/name-styles.ts';
import { findNameRow } from './find-name-row.ts';
import { readingOf } from './header-fields.ts';
import { mayMean } from './may-mean.ts';
import type { NamePlace } from './name-place.ts';
import { listNames, meanings, nameRows } from './vocabulary/vocabulary.ts';

const places: readonly NamePlace[] = [
  'request-header',
  'json',
  'query',
  'form',
  'cookie',
  'xml-element',
  'path',
];

/** Whether a name says anything when it is read properly. */
function means(name: string): boolean {
  const reading = readingOf(name);
  if (reading !== 'named' && reading !== 'stays') return true;
  return places.some((place) => findNameRow(place, name) !== undefined);
}

const words = nameRows.flatMap(({ ends, whole }) => [...listNames(ends), ...listNames(whole ?? '')]);

/** All ways to write a name, with and without what may stand around it. */
function* written(name: string): Generator<string> {
  for (const { spell } of nameStyles)
    for (const around of [
      name,
      `x ${name}`,
      `my ${name}`,
      `${name} confirm`,
      `${name} 2`,
      `${name}s`,
      `${name}2`,
    ])
      yield spell(around.split(' '));
}

describe('a name that can mean nothing', () => {
  it('is none of the vocabulary, in any style', () => {
    const missed = words
      .flatMap((name) => [...written(name)])
      .filter((name) => means(name) && !mayMean(name));
    expect(missed).toEqual([]);
    expect(words.length).toBeGreaterThan(100);
  });

  it('means nothing when it is read properly, whatever it is made of', () => {
    const piece = fc.oneof(
      fc.constantFrom(...meanings.keys()),
      fc.string({ maxLength: 4 }),
      fc.constantFrom('-', '_', '.', ' ', 'x', 'D', 'd', 'Id', '2', 's', 'é', 'Confirm', '[', ']', ':'),
    );
    const property = fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), (pieces) => {
      const name = pieces.join('');
      expect(mayMean(name) || !means(name), name).toBe(true);
    });
    fc.assert(property, { numRuns: 3000 });
  });

  it('is told without reading it properly, for most of what a capture has', () => {
    const data =
      'lineNumber columnNumber Nora Ilves, Room 4 callFrames displayed url width North Campus'.split(' ');
    expect(data.filter(mayMean).length).toBeLessThan(data.length / 2);
  });
});
