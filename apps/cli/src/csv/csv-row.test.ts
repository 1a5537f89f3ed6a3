import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyText } from '../testing/any-text.ts';
import { csvRow } from './csv-row.ts';

/** A reader of one CSV line, written after RFC 4180 alone. */
function readRow(line: string): string[] {
  const cells: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",]*))(,|\r\n$)/y;
  for (let match = cell.exec(line); match; match = cell.exec(line)) {
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] !== ',') break;
  }
  return cells;
}

it.each([
  ['=1+1', "'=1+1"],
  ['+49 555', "'+49 555"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['  =cmd', "'  =cmd"],
  ['\u00a0=cmd', "'\u00a0=cmd"],
  ['＝cmd', "'＝cmd"],
  ['\t=cmd', "'\\t=cmd"],
  ['\r=cmd', "'\\r=cmd"],
  ['a;=cmd', "a;'=cmd"],
  ['https://example.com/?a=1', 'https://example.com/?a=1'],
])('makes %j no formula', (captured, shown) => {
  expect(readRow(csvRow([captured]))).toEqual([shown]);
});

it('doubles quotes and quotes separators', () => {
  expect(csvRow(['say "hi"', 'a,b', 'c;d', null, 12.5, -1])).toBe('"say ""hi""","a,b","c;d",,12.5,-1\r\n');
});

it('keeps any captured text in one cell of one line that starts no formula', () => {
  const text = anyText([...'=+-@,;"\r\n\t \u202e']);
  fc.assert(
    fc.property(fc.array(text, { minLength: 1 }), (cells) => {
      const line = csvRow(cells);
      expect(line.slice(0, -2)).not.toMatch(/[\r\n\x1b]/);
      const read = readRow(line);
      expect(read).toHaveLength(cells.length);
      for (const cell of read) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
    }),
  );
});
