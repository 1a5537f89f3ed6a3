import { expect, it } from 'vitest';
import { explainLine } from './explain-line.ts';

it('names the format and the pattern that read a line', () => {
  const found = explainLine('192.0.2.7 - - [04/Mar/2026:09:05:07 +0000] "GET / HTTP/1.1" 200 1');
  expect(found).toMatchObject({ format: 'common-log', pattern: 'request', fit: 'exact' });
  expect(found.tried[0]).toMatchObject({ format: 'common-log', fits: true });
});

it('says how far the nearest format got and what it expected there', () => {
  const { format, tried } = explainLine('192.0.2.7 - - [04/Mar/2026:09:05:07 +0000] "GET / HTTP/1.1" OK 1');
  expect(format).toBeUndefined();
  const common = tried.find((verdict) => verdict.format === 'common-log');
  expect(common).toMatchObject({ fits: false, matchedChars: 60, expected: String.raw`(?<status>\d{3}|-)` });
});

it('says which key a JSON line lacks, and which sign of a time did not fit', () => {
  const verdictOf = (id: string, line: string) =>
    explainLine(line).tried.find((verdict) => verdict.format === id)?.expected;
  expect(verdictOf('pino', '{"level":30,"time":1772615107083,"pid":1}')).toBe('"hostname": text');
  expect(
    verdictOf('bunyan', '{"v":0,"name":"a","hostname":"b","pid":1,"level":30,"msg":"","time":"yesterday"}'),
  ).toBe('time: %Y');
  expect(verdictOf('pino', 'no object')).toBe('a JSON object');
  const { tried } = explainLine('2026-03-04 29:05:07,083 INFO  c.e.Shop - up');
  expect(tried).toContainEqual({
    format: 'log4j',
    pattern: 'no thread',
    fits: false,
    matchedChars: 11,
    expected: '%H',
  });
});

it('explains the line inside a line', () => {
  const found = explainLine('2026-03-04T09:05:07Z stdout F I0304 09:05:07.083000 1 main.go:41] served');
  expect(found).toMatchObject({ format: 'kubernetes-cri', inner: { format: 'klog' } });
});
