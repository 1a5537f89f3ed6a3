import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseDateTimeText } from './parse-date-time.ts';

it('agrees with Date.parse on what that takes of the same form', () => {
  const zone = fc.oneof(
    fc.constant('Z'),
    fc
      .tuple(
        fc.constantFrom('+', '-'),
        fc.integer({ min: 0, max: 23 }),
        fc.constantFrom('00', '15', '30', '45', '59'),
      )
      .map(([sign, hours, minutes]) => `${sign}${String(hours).padStart(2, '0')}:${minutes}`),
  );
  const date = fc.date({
    min: new Date('0100-01-01T00:00:00Z'),
    max: new Date('9999-12-31T00:00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(date, zone, fc.constantFrom(10, 16, 19, 21, 22, 23), (value, suffix, length) => {
      const text = value.toISOString().slice(0, length) + (length === 10 ? '' : suffix);
      expect(parseDateTimeText(text)).toBe(Date.parse(text));
    }),
    { numRuns: 2000 },
  );
});

it.each([
  ['2025-06-06T00:27:29.1234567+09:00', '2025-06-05T15:27:29.123Z'],
  ['2025-06-06T00:27:29,5Z', '2025-06-06T00:27:29.500Z'],
  ['2025-06-06T00:27:29+0900', '2025-06-05T15:27:29.000Z'],
  ['2025-06-06T00:27:29-05', '2025-06-06T05:27:29.000Z'],
  ['2025-06-06 00:27:29Z', '2025-06-06T00:27:29.000Z'],
  ['2025-06-06T00:27:29', '2025-06-06T00:27:29.000Z'],
  ['2025-06-06T00:27Z', '2025-06-06T00:27:00.000Z'],
  ['2024-02-29T12:00:00Z', '2024-02-29T12:00:00.000Z'],
  ['1969-12-31T23:59:59.999Z', '1969-12-31T23:59:59.999Z'],
  [' 2025-06-06T00:27:29Z ', '2025-06-06T00:27:29.000Z'],
])('reads %s', (text, meant) => {
  expect(parseDateTimeText(text)).toBe(Date.parse(meant));
});

it.each([
  '',
  'yesterday',
  '0001-01-01T00:00:00',
  '2025-02-30T00:00:00Z',
  '2023-02-29T00:00:00Z',
  '1900-02-29T00:00:00Z',
  '2025-13-01T00:00:00Z',
  '2025-06-06T25:00:00Z',
  '2025-06-06T24:01:00Z',
  '2025-06-06T00:60:00Z',
  '2025-06-06T00:27:29.Z',
  '2025-06-06T00:27:29+9',
  '2025-06-06T00:27:29Zulu',
  '2025-06-06T00:27:2',
  '1749200000000',
])('knows that %s is no date', (text) => {
  expect(parseDateTimeText(text)).toBeUndefined();
});
