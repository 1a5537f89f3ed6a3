import { expect, it } from 'vitest';
import { greatestOf, leastOf } from './greatest.ts';

it('finds the ends of a list that is longer than the arguments of a call may be', () => {
  const numbers = Float64Array.from({ length: 500_000 }, (_, at) => at - 250_000);
  expect([leastOf(numbers), greatestOf(numbers)]).toEqual([-250_000, 249_999]);
});

it('leaves out what is no number, and says of none what Math.max says', () => {
  expect([leastOf([Number.NaN, 3, 2]), greatestOf([3, Number.NaN, 2])]).toEqual([2, 3]);
  expect([leastOf([]), greatestOf([])]).toEqual([Math.min(), Math.max()]);
});
