import { expect, it } from 'vitest';
import { readEntries, readPseudonyms } from './read-scope.ts';

it('reads positions of requests, single ones and stretches, each once and in order', () => {
  expect(readEntries('7, 3 5-6;#3')).toEqual([3, 5, 6, 7]);
  expect(readEntries('0')).toEqual([0]);
});

it.each(['', ' ', 'a', '5-3', '1-501', '-1', '1.5'])('takes %j for no positions', (text) => {
  expect(readEntries(text)).toBeUndefined();
});

it('reads pseudonyms out of a line that was copied', () => {
  expect(readPseudonyms('"token-1", token-2\ntoken-1')).toEqual(['token-1', 'token-2']);
  expect(readPseudonyms(' \n')).toBeUndefined();
  expect(readPseudonyms('x'.repeat(101))).toBeUndefined();
});
