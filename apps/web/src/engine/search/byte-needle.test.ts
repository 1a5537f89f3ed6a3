import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { ByteNeedle } from './byte-needle.ts';
import { needlePattern } from './needle.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Every place that a needle finds. */
function places(words: string, text: string): number[] {
  const needle = ByteNeedle.of(words);
  const found: number[] = [];
  if (needle === undefined) return found;
  const bytes = bytesOf(text);
  for (let at = needle.next(bytes, 0); at >= 0; at = needle.next(bytes, at + 1)) found.push(at);
  return found;
}

it('finds what indexOf finds, in either case', () => {
  const text = fc.string({ unit: fc.constantFrom(...'abAB1 _é'), maxLength: 60 });
  const words = fc.string({ unit: fc.constantFrom(...'abAB1 _'), minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(text, words, (any, needle) => {
      const bytes = Buffer.from(any.replaceAll('A', 'a').replaceAll('B', 'b'));
      const expected: number[] = [];
      const wanted = Buffer.from(needle.toLowerCase());
      for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 1)) expected.push(at);
      expect(places(needle, any)).toEqual(expected);
    }),
  );
});

it('takes the longest stretch of what JSON writes in one way only', () => {
  expect(ByteNeedle.of('"message":"x')).toMatchObject({ isWhole: false });
  expect(places('"message":"x', '{\\"message\\":\\"x')).toEqual([3]);
  expect(ByteNeedle.of('dub point')).toMatchObject({ isWhole: true });
  expect(ByteNeedle.of('é"')).toBeUndefined();
});

it.each([
  ['a/b', 'a\\/b'],
  ['"x"', '\\"x\\"'],
  ['"x"', '\\\\\\"x\\\\\\"'],
  ['é', '\\u00e9'],
  ['😀', '\\ud83d\\ude00'],
  ['<b>', '\\u003cb\\u003E'],
  ['a\\b', 'a\\\\b'],
  ['one\ntwo', 'one\\ntwo'],
  ['Ünder', 'ünder'],
])('%s is found as %s', (words, written) => {
  expect(needlePattern(words).test(`…${written}…`)).toBe(true);
});
