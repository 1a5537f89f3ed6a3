import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ByteStringTable } from './byte-string-table.ts';

it('gives equal strings one id, in the order of their first appearance, and every string back', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 400 }), (texts) => {
      const table = new ByteStringTable();
      const ids = texts.map((text) => table.internText(text));
      const distinct = [...new Set(['', ...texts])];
      expect(ids).toEqual(texts.map((text) => distinct.indexOf(text)));
      expect(table.toArray()).toEqual(distinct);
      expect(table.length).toBe(distinct.length);
    }),
    { numRuns: 50 },
  );
});

it('keeps ten thousand strings apart while it grows', () => {
  const table = new ByteStringTable();
  for (let n = 1; n <= 10_000; n++) expect(table.internText(`ATLAS_${n}`)).toBe(n);
  expect(table.get(9_999)).toBe('ATLAS_9999');
  expect(table.internText('ATLAS_77')).toBe(77);
});

it('has the empty string for ids that it never gave', () => {
  const table = new ByteStringTable();
  expect([table.get(0), table.get(1), table.get(-1)]).toEqual(['', '', '']);
});

it('has all strings when it is finished, and takes no more where their memory was given back', () => {
  const table = new ByteStringTable();
  for (let n = 1; n <= 10_000; n++) table.internText(`ATLAS_${n}`);
  table.finish();
  expect([table.length, table.get(1), table.get(10_000)]).toEqual([10_001, 'ATLAS_1', 'ATLAS_10000']);
  expect(table.pack().ends.length).toBe(10_001);
  if ('transfer' in ArrayBuffer.prototype)
    expect(() => table.internText('ATLAS_1')).toThrow('Nothing is added');
});
