import { expect, it } from 'vitest';
import { linesAt } from './line-window.ts';

const list = { count: 1_000_000, lineHeight: 24, height: 240 };

it('draws what is in view and some lines around it, and none before the first or behind the last', () => {
  expect(linesAt(0, list)).toEqual({ first: 0, end: 18 });
  expect(linesAt(2412, list)).toEqual({ first: 92, end: 119 });
  expect(linesAt(24 * 1_000_000 + 24 - 240, list)).toEqual({ first: 999_983, end: 1_000_000 });
});

it('draws nothing of an empty list, and nothing before the window has a height', () => {
  expect(linesAt(0, { ...list, count: 0 })).toEqual({ first: 0, end: 0 });
  expect(linesAt(0, { ...list, height: 0 })).toEqual({ first: 0, end: 0 });
});
