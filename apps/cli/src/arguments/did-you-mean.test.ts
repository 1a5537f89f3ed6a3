import { expect, it } from 'vitest';
import { didYouMean } from './did-you-mean.ts';

const commands = ['triage', 'table', 'show', 'convert'];

it.each([
  ['traige', 'triage'],
  ['tabel', 'table'],
  ['Show', 'show'],
  ['conv', 'convert'],
  ['sohw', 'show'],
  ['banana', undefined],
  ['x', undefined],
])('takes %s for %s', (word, meant) => {
  expect(didYouMean(word, commands)).toBe(meant);
});
