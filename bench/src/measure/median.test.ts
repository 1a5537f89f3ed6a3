import { expect, it } from 'vitest';
import { median } from './median.ts';

it('is the value in the middle, whatever the order', () => {
  expect(median([9, 1, 5])).toBe(5);
});

it('is the mean of the two in the middle of an even number', () => {
  expect(median([8, 1, 2, 4])).toBe(3);
});

it('of nothing is not a number', () => {
  expect(median([])).toBeNaN();
});
