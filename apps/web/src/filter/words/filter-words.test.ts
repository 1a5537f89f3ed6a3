import { describeFilter, FILTER_KEYS, parseFilter } from '@harrier/analyze';
import { languages } from '@harrier/knowledge';
import { describe, expect, it } from 'vitest';
import { filterWordTable } from './filter-word-table.ts';
import { tellFilter } from './filter-words.ts';

describe.each(languages)('the words of the filter language in %s', (language) => {
  const words = filterWordTable[language];

  it('name every key of the parser, and no other', () => {
    expect(Object.keys(words.keys).sort()).toEqual(FILTER_KEYS.map(({ key }) => key).sort());
  });

  it('name every property, and no other', () => {
    const marks = FILTER_KEYS.flatMap((key) => (key.kind === 'mark' ? Object.keys(key.marks) : []));
    expect(Object.keys(words.marks).sort()).toEqual([...new Set(marks)].sort());
  });

  it('tell every way to compare', () => {
    const filter =
      'a "b c" -domain:x.example.com status:>=400 status:2xx,404 wait:>1s size:<2k header[etag] header[a]^=b org!=c url$=.js body~/x/ (is:failed OR is:slow) tracking:* method:GET mixed-content:all';
    const told = tellFilter(describeFilter(parseFilter(filter).ast), words);
    expect(told).not.toMatch(/undefined|NaN|Infinity|\[object/);
    for (const literal of ['x.example.com', '400', '1 s', 'etag', '.js', 'GET'])
      expect(told).toContain(literal);
  });
});

it('says in English what a filter lets through', () => {
  const tell = (filter: string): string =>
    tellFilter(describeFilter(parseFilter(filter).ast), filterWordTable.en);
  expect(tell('status:>=400 OR wait:>1s')).toBe(
    'status is at least 400 or waiting for the server is at least 1 s',
  );
  expect(tell('-domain:*.example.com is:failed|slow')).toBe('not: host is *.example.com and failed or slow');
});
