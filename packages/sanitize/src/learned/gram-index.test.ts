import { afterEach, describe, expect, it, vi } from 'vitest';
import { GramIndex } from './gram-index.ts';

afterEach(() => vi.restoreAllMocks());

const tail = '-of-the-example-corporation';

describe('an index of needles', () => {
  it('compares a place with few of the needles that end alike', () => {
    const needles = Array.from({ length: 4000 }, (_, at) => `${at + 10_000}${tail}`);
    const index = new GramIndex(needles);
    const text = needles.join(' ');
    const compare = vi.spyOn(String.prototype, 'startsWith');
    const hits = index.find(text);
    const { calls } = compare.mock;
    vi.restoreAllMocks();
    expect(new Set(hits.map(({ needle }) => needle)).size).toBe(needles.length);
    // A place of the grid for every eight characters at most, of which a needle has some twenty.
    expect(calls.length).toBeLessThanOrEqual(8 * needles.length);
  });

  it('finds every needle that ends like many others, in texts and in bytes', () => {
    const needles = Array.from({ length: 200 }, (_, at) => `${'x'.repeat(at % 7)}${at}${tail}`);
    const index = new GramIndex(needles);
    for (const [at, needle] of needles.entries())
      for (let lead = 0; lead < 9; lead++) {
        const text = `${' '.repeat(lead)}${needle} `;
        const places = [{ needle: at, start: lead, end: lead + needle.length }];
        expect(index.find(text)).toEqual(expect.arrayContaining(places));
        expect(index.findInBytes(new TextEncoder().encode(text))).toEqual(expect.arrayContaining(places));
      }
  });
});
