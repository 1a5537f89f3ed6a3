import { expect, it } from 'vitest';
import { columnWidths } from './column-widths.ts';

const set = { columns: ['index', 'url', 'error'] as const, widths: {}, waterfall: true };

it('leaves every column as it is where there is no room', () => {
  expect(columnWidths(set, 500, 18)).toEqual([56, 240, 140]);
});

it('gives half of the room to what is read to its end, and the rest to the waterfall', () => {
  const [index, url = 0, error = 0] = columnWidths(set, 436 + 320 + 400, 18);
  expect([index, url, error]).toEqual([56, 340, 240]);
});

it('shows names of organisations on a wide screen, and gives them no more than names need', () => {
  const named = { ...set, columns: ['url', 'error', 'org'] as const };
  expect(columnWidths(named, 452 + 320 + 120, 18)).toEqual([260, 160, 92]);
  expect(columnWidths(named, 452 + 320 + 1200, 18)[2]).toBe(150);
});

it('leaves a width alone that a person chose', () => {
  expect(columnWidths({ ...set, widths: { url: 100 } }, 2000, 18)[1]).toBe(100);
});

it('shows the number of the last row whole, with its mark', () => {
  expect(columnWidths(set, 500, 100_000)[0]).toBe(80);
});
