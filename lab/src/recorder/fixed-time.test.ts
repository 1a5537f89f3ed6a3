import { describe, expect, it } from 'vitest';
import { FIXED_START_MS, shiftFrom, shiftMoments } from './fixed-time.ts';

const startedMs = Date.UTC(2026, 10, 21, 11, 36, 5, 250);

describe('moments of a recording', () => {
  it('begin at the fixed start, to the second', () => {
    expect(Math.abs(startedMs + shiftFrom(startedMs) - FIXED_START_MS)).toBeLessThan(1000);
    expect(Number.isInteger(shiftFrom(startedMs) / 1000)).toBe(true);
  });

  it.each([
    ['2026-11-21T11:36:05.250Z', '2026-01-15T09:30:00.250Z'],
    ['2026-11-21T11:36:05.123456Z', '2026-01-15T09:30:00.123456Z'],
    ['2026-11-21 11:36:05,250 INFO', '2026-01-15 09:30:00,250 INFO'],
    ['2026-11-21T12:36:05+01:00', '2026-01-15T10:30:00+01:00'],
    ['from=2026-11-21T11%3A36%3A05Z', 'from=2026-01-15T09%3A30%3A00Z'],
    ['Sat, 21 Nov 2026 11:36:05 GMT', 'Thu, 15 Jan 2026 09:30:00 GMT'],
    ['21/Nov/2026:11:36:05.250 +0000', '15/Jan/2026:09:30:00.250 +0000'],
    ['2026.11.21 11:36:05:250 UTC', '2026.01.15 09:30:00:250 UTC'],
    ['"at":1795260965', '"at":1768469400'],
    ['"at":1795260965250', '"at":1768469400250'],
    ['"time":1795260965.125', '"time":1768469400.125'],
  ])('move in %s', (text, moved) => {
    expect(shiftMoments(text, startedMs)).toBe(moved);
  });

  it('keep their distance across the turn of a month', () => {
    const later = shiftMoments('2026-12-31T23:59:59.000Z', startedMs);
    expect(Date.parse(later) - Date.UTC(2026, 11, 31, 23, 59, 59)).toBe(shiftFrom(startedMs));
  });

  it('stay where they are about something else', () => {
    for (const text of [
      '2019-03-01T00:00:00Z',
      'Thu, 01 Jan 1970 00:00:00 GMT',
      '+15550100123',
      'id-1795260965',
    ])
      expect(shiftMoments(text, startedMs)).toBe(text);
  });

  it('move inside a token and leave its length', () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = { sub: 'someone', exp: 1795260905, iat: 1795257305 };
    const token = `${part({ alg: 'HS256' })}.${part(claims)}.c2lnbmF0dXJl`;
    const moved = shiftMoments(`Bearer ${token}`, startedMs);
    expect(moved).toHaveLength(`Bearer ${token}`.length);
    const [, payload = ''] = moved.split('.');
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toEqual({
      sub: 'someone',
      exp: 1768469340,
      iat: 1768465740,
    });
  });
});
