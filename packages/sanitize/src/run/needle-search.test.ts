import { afterEach, describe, expect, it, vi } from 'vitest';
import { NeedleSearch } from './needle-search.ts';

afterEach(() => vi.restoreAllMocks());

const head = 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.';

/** How often a needle is compared with a text in which as many others begin like it. */
function comparisons(count: number): number {
  const needles = Array.from({ length: count }, (_, at) => ({ text: `${head}${at}.end`, free: false }));
  const search = new NeedleSearch(needles);
  const text = Array.from({ length: count }, (_, at) => `${head}x${at}`).join(' ');
  const compare = vi.spyOn(String.prototype, 'startsWith');
  expect(search.find(text)).toBeUndefined();
  const { calls } = compare.mock;
  vi.restoreAllMocks();
  return calls.length;
}

describe('a search for needles', () => {
  it('compares a place with few of the needles that begin alike', () => {
    expect(comparisons(4000)).toBeLessThanOrEqual(4000);
  });

  it('finds each of the needles that begin alike, and of those that one begins another', () => {
    const texts = ['abcdefgh', 'abcdefgh-1', 'abcdefgh-12', 'abcdefgh-2', 'abcdefgi', 'abcdefgh-12345'];
    for (const text of texts) {
      const others = texts.filter((other) => !text.startsWith(other) || other === text);
      const search = new NeedleSearch(others.map((other) => ({ text: other, free: false })));
      expect(search.find(`some ${text} here`), text).toBe(5);
    }
  });

  it('asks nothing to touch a needle that counts only by itself, whatever begins like it', () => {
    const search = new NeedleSearch([
      { text: 'abcdef', free: true },
      { text: 'abcdefghij', free: false },
    ]);
    expect(search.find('abcdefg')).toBeUndefined();
    expect(search.find('abcdef-')).toBe(0);
    expect(search.find('xabcdefghijk')).toBe(1);
  });

  it('takes more needles than a call takes arguments', () => {
    const needles = Array.from({ length: 200_000 }, (_, at) => ({ text: `n${at}-------`, free: false }));
    expect(new NeedleSearch(needles).find('here n123456------- is')).toBe(5);
  });
});
