import { expect, it } from 'vitest';
import { alternating } from './rounds.ts';

it('turns every other round around and leaves out whoever is through', () => {
  const a = { name: 'a', rounds: 3 };
  const b = { name: 'b', rounds: 1 };
  const c = { name: 'c', rounds: 2 };
  expect([...alternating([a, b, c])].map(({ name }) => name).join('')).toBe('abccaa');
});

it('has nothing to do for nobody', () => {
  expect([...alternating([])]).toEqual([]);
});
