import { expect, it } from 'vitest';
import { createRandom } from '../testing/random.ts';
import { AllMarks } from './all-marks.ts';

it('gives the marks of each stretch back, small and large, in memory of their own', () => {
  const random = createRandom(3);
  const all = new AllMarks();
  const bits = (length: number) => Uint8Array.from({ length }, () => random.below(256));
  const given = [0, 1, 7, 90_000, 200_000, 3, 0].map((length) => ({
    cleared: bits(length),
    still: bits(length),
    stillKeys: bits(random.below(50)),
  }));
  for (const marks of given) all.add(marks);
  expect(all.count).toBe(given.length);
  for (const [stretch, marks] of given.entries()) {
    expect(all.of(stretch)).toEqual(marks);
    expect(all.of(stretch).still.buffer).not.toBe(all.of(stretch).still.buffer);
  }
});
