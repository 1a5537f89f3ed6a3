import { expect, it } from 'vitest';
import { timeSpan } from './time-span.ts';

it('writes seconds, minutes or hours, whichever can be read at a glance', () => {
  expect(timeSpan(0)).toBe('0 s');
  expect(timeSpan(119_400)).toBe('119 s');
  expect(timeSpan(-120_000)).toBe('2 min');
  expect(timeSpan(3 * 3_600_000)).toBe('3 h');
});
