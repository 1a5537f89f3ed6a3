import { expect, it } from 'vitest';
import { textHash, withEqualHash } from './equal-hash.ts';

it('finds all rows that are alike, in their order', () => {
  const texts = Array.from({ length: 3000 }, (_, row) => `/things/${row % 7 === 0 ? 'same' : row}`);
  const rows = texts.map((_, row) => row);
  const found = withEqualHash(rows, (row) => textHash(texts[row] ?? ''));
  expect(found).toEqual([...found].sort((a, b) => a - b));
  expect(found.filter((row) => row % 7 === 0)).toEqual(rows.filter((row) => row % 7 === 0));
  // Most of the others stand alone.
  expect(found.filter((row) => row % 7 !== 0).length).toBeLessThan(rows.length / 2);
});

it('finds nothing where nothing is', () => {
  expect(withEqualHash([], () => 0)).toEqual([]);
});
