import { expect, it } from 'vitest';
import { errorRecord, TRACKING_ID } from '../testing/case-of.ts';
import { readLogRecords } from './log-record.ts';
import { recordsOfId } from './records-of-id.ts';

it('reads an array and lines alike', () => {
  const json = JSON.stringify({ ...errorRecord, digest: 'x' });
  expect(readLogRecords(`[${json}]`)).toEqual([errorRecord]);
  expect(readLogRecords(`\uFEFF${json}\r\n\n${json}\n`)).toEqual([errorRecord, errorRecord]);
  expect(readLogRecords('[]')).toEqual([]);
  expect(readLogRecords('')).toEqual([]);
});

it('takes a time without a zone for none: every machine would read it as another moment', () => {
  const timeOf = (time: string) => readLogRecords(JSON.stringify({ text: 'x', ids: [], time }))[0]?.time;
  expect(timeOf('2026-01-15T09:30:00')).toBeNull();
  expect(timeOf('2026-01-15')).toBeNull();
  expect(timeOf('2026-01-15T09:30:00+01:00')).toBe('2026-01-15T09:30:00+01:00');
});

it.each([
  ['{"text": "x", "ids": []}\n{oops', '2', 'JSON'],
  ['[{"text": "x"}]', '1', '{"text", "ids"}'],
  ['"just a string"', '1', '{"text", "ids"}'],
])('tells which record of %j is none', (text, place, expected) => {
  expect(() => readLogRecords(text)).toThrow(expect.objectContaining({ place, expected }));
});

it('finds the calls made for a request, and no other request of the session', () => {
  const of = (id: string) => ({ ...errorRecord, ids: [id] });
  const call = of(TRACKING_ID.replace(/^ATLAS/, 'OCIROUTER').concat('_0_2'));
  const other = of(TRACKING_ID.replace(/_3$/, '_31'));
  expect(recordsOfId(TRACKING_ID, [call, other])).toEqual([call]);
  expect(recordsOfId(TRACKING_ID.replace(/_3$/, ''), [call, other])).toEqual([call, other]);
});

it('finds what is no tracking id as it is written', () => {
  const record = { ...errorRecord, ids: [], text: 'request req-9F2 refused' };
  expect(recordsOfId('REQ-9f2', [record])).toEqual([record]);
});
