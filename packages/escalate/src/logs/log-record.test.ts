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
