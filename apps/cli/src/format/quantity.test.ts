import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bytesText, countText, durationText, instantText, timeOfDayText } from './quantity.ts';

it.each([
  [0, '0 ms'],
  [0.42, '0.4 ms'],
  [6.5, '6.5 ms'],
  [9.96, '10 ms'],
  [1842.4, '1 842 ms'],
  [9999.7, '10 s'],
  [12_340, '12.3 s'],
  [119_999, '2 min'],
  [125_000, '2 min 5 s'],
  [4_920_000, '1 h 22 min'],
  [273_600_000, '3 d 4 h'],
  [-3, '-3 ms'],
  [undefined, '–'],
  [Number.NaN, '–'],
])('%s ms reads %s', (durationMs, text) => {
  expect(durationText(durationMs)).toBe(text);
});

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [12_345, '12.3 kB'],
  [999_999, '1 MB'],
  [1_073_741_824, '1.1 GB'],
  [undefined, '–'],
])('%s bytes read %s', (sizeBytes, text) => {
  expect(bytesText(sizeBytes)).toBe(text);
});

it('says not known for a date that no calendar has', () => {
  expect(instantText(8.64e15 + 1)).toBe('–');
  expect(timeOfDayText(undefined)).toBe('–');
  expect(timeOfDayText(Date.UTC(2025, 2, 4, 10, 20, 30, 123))).toBe('10:20:30.123');
});

it('never throws and never writes a number without its unit', () => {
  fc.assert(
    fc.property(fc.double(), (value) => {
      expect(durationText(value)).toMatch(/^(–|-?[\d .e+]+ (ms|s|min|h|d)( \d+ (s|min|h))?)$/);
      instantText(value);
      countText(Math.trunc(Math.abs(value) % 1e9));
    }),
  );
});
