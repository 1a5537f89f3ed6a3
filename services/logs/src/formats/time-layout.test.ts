import { describe, expect, it } from 'vitest';
import { compileLayout } from './time-layout.ts';

const clock = { zone: 'UTC', referenceMs: Date.UTC(2026, 2, 10) };

function read(layout: string, text: string, zone = 'UTC') {
  const moment = compileLayout(layout).read(text, { ...clock, zone });
  if (typeof moment !== 'bigint') return moment;
  const ms = moment / 1_000_000n;
  return `${new Date(Number(ms)).toISOString()}+${moment % 1_000_000n}`;
}

describe('time layouts', () => {
  it.each([
    ['%Y-%m-%dT%H:%M:%S.%f%z', '2026-03-04T10:05:07.083456789+01:00', '2026-03-04T09:05:07.083Z+456789'],
    ['%d/%b/%Y:%H:%M:%S %z', '04/Mar/2026:09:05:07 -0330', '2026-03-04T12:35:07.000Z+0'],
    ['%b %e %H:%M:%S', 'Mar  4 09:05:07', '2026-03-04T09:05:07.000Z+0'],
    ['%b %d, %Y %I:%M:%S %p', 'Mar 4, 2026 12:05:07 AM', '2026-03-04T00:05:07.000Z+0'],
    ['%y%j %H%M', '26063 0905', '2026-03-04T09:05:00.000Z+0'],
    ['%Y-%m-%d %H:%M:%S %Z', '2026-03-04 09:05:07 JST', '2026-03-04T00:05:07.000Z+0'],
    ['%s.%f', '1772615107.25', '2026-03-04T09:05:07.250Z+0'],
    ['%i', '1772615107083', '2026-03-04T09:05:07.083Z+0'],
    ['%6', '1772615107083456', '2026-03-04T09:05:07.083Z+456000'],
    ['%9', '1772615107083456789', '2026-03-04T09:05:07.083Z+456789'],
    ['%a %b %d %H:%M:%S.%N %Y', 'Wed Mar 04 09:05:07.000000001 2026', '2026-03-04T09:05:07.000Z+1'],
  ])('read %s', (layout, text, expected) => {
    expect(read(layout, text)).toBe(expected);
  });

  it('say where a text stops fitting', () => {
    expect(read('%Y-%m-%d %H:%M', '2026-03-04 9h05')).toEqual({ at: 12, expected: ':' });
    expect(read('%Y-%m-%d', '2026-13-04')).toEqual({ at: 5, expected: '%m' });
    expect(read('%Y-%m-%d', '2026-03-04T')).toEqual({ at: 10, expected: 'the end' });
    expect(read('%Y-%m-%d', '2026-04-31')).toEqual({ at: 0, expected: 'a day that exists' });
  });

  it('take the latest year that is not in the future when the line has none', () => {
    expect(read('%b %e %H:%M:%S', 'Dec 31 23:59:59')).toContain('2025-12-31');
    expect(read('%b %e %H:%M:%S', 'Mar 11 09:00:00')).toContain('2026-03-11');
    expect(read('%b %e %H:%M:%S', 'Feb 29 09:00:00')).toContain('2024-02-29');
  });

  it('know the zones of the IANA database, on both sides of a change of clocks', () => {
    expect(read('%Y-%m-%d %H:%M:%S', '2026-03-29 01:30:00', 'Europe/Berlin')).toContain('T00:30');
    expect(read('%Y-%m-%d %H:%M:%S', '2026-03-29 03:30:00', 'Europe/Berlin')).toContain('T01:30');
    expect(read('%Y-%m-%d %H:%M:%S', '2026-03-04 09:05:07', '-05:00')).toContain('T14:05:07');
  });

  it('refuse a sign that does not exist', () => {
    expect(() => compileLayout('%Y-%Q')).toThrow('%Q');
  });
});
