import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRows } from './csv-rows.ts';

describe('the rows of a table in text form', () => {
  it('are what was written, whatever the cells hold', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', ';', ' ') });
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }));
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows
          .map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
          .join('\r\n');
        expect(csvRows(text, 1000)).toEqual(rows);
      }),
    );
  });

  it('finds the sign between cells by itself', () => {
    expect(csvRows('a;b;c\n1,5;2;', 10)).toEqual([
      ['a', 'b', 'c'],
      ['1,5', '2', ''],
    ]);
    expect(csvRows('a\tb\n', 10)).toEqual([['a', 'b']]);
  });

  it('stops where it was told to', () => {
    expect(csvRows('a,b\n'.repeat(100), 3)).toHaveLength(3);
  });
});
