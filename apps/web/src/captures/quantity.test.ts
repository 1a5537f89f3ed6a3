import { expect, it, vi } from 'vitest';
import { byteText, countedText, durationText } from './quantity.ts';

it.each([
  [0, '0 ms'],
  [999.7, '1.00 s'],
  [1842, '1.84 s'],
  [101_810, '101.81 s'],
  [119_600, '2 min 0 s'],
  [3_599_800, '1 h 0 min'],
  [10_213_460, '2 h 50 min'],
])('%s ms reads %s', (ms, text) => expect(durationText(ms)).toBe(text));

it('parts decimals as the language of the page does', () => {
  vi.stubGlobal('document', { documentElement: { lang: 'fr' } });
  expect([durationText(1842), byteText(3870), durationText(842)]).toEqual(['1,84 s', '3,87 kB', '842 ms']);
  vi.stubGlobal('document', { documentElement: { lang: 'ja' } });
  expect(durationText(1842)).toBe('1.84 s');
  vi.unstubAllGlobals();
});

it('parts the thousands of a count inside a sentence', () => {
  expect(countedText(2390, (count) => `${count} requests`)).toBe('2\u202f390 requests');
});
