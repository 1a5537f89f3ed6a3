import { expect, it } from 'vitest';
import { seededRandom } from './random.ts';

it('deals the same numbers for the same seed', () => {
  const [one, two] = [seededRandom(42), seededRandom(42)];
  for (let i = 0; i < 100; i++) expect(one.next()).toBe(two.next());
});

it('spreads evenly: ten thousand numbers fill ten bins alike', () => {
  const random = seededRandom(1);
  const bins = new Array<number>(10).fill(0);
  for (let i = 0; i < 10_000; i++) bins[random.integer(0, 9)]!++;
  for (const count of bins) expect(Math.abs(count - 1000)).toBeLessThan(150);
});

it('reaches both ends of a range and nothing beyond', () => {
  const random = seededRandom(5);
  const seen = new Set(Array.from({ length: 500 }, () => random.integer(-1, 2)));
  expect([...seen].sort((a, b) => a - b)).toEqual([-1, 0, 1, 2]);
});

it('writes uuids of version 4', () => {
  expect(seededRandom(9).uuid()).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
});
