import { describe, expect, it } from 'vitest';
import { multipartParts } from './multipart-parts.ts';

const text = [
  '--xyz',
  'Content-Disposition: form-data; name="note"',
  '',
  'two',
  'lines --xyz inside',
  '--xyz',
  'Content-Disposition: form-data; name="file"; filename="a \\"b\\".csv"',
  'Content-Type: text/csv',
  '',
  '1,2',
  '--xyz--',
  '',
].join('\r\n');

describe('a content of several parts', () => {
  it('is taken apart by the boundary of its media type', () => {
    const parts = multipartParts(text, 'multipart/form-data; boundary=xyz');
    expect(
      parts.map(({ name, fileName, mimeType, text: content }) => [name, fileName, mimeType, content]),
    ).toEqual([
      ['note', undefined, '', 'two\r\nlines --xyz inside'],
      ['file', 'a "b".csv', 'text/csv', '1,2'],
    ]);
  });

  it('finds the boundary where an exporter lost it', () => {
    expect(multipartParts(text, 'multipart/form-data')).toHaveLength(2);
  });

  it('gives what is there of a content that was cut off', () => {
    expect(
      multipartParts(text.slice(0, text.indexOf('lines') - 2), 'multipart/form-data; boundary=xyz')[0]?.text,
    ).toBe('two');
  });

  it('is nothing where there are no parts', () => {
    expect(multipartParts('hello', 'text/plain')).toEqual([]);
    expect(multipartParts('', 'multipart/mixed; boundary=xyz')).toEqual([]);
  });
});
