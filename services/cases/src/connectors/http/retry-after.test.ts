import { expect, it } from 'vitest';
import { retryAfterMs } from './retry-after.ts';

const nowMs = Date.parse('2026-06-01T08:00:00Z');

it.each([
  ['30', 30_000],
  ['0', 0],
  ['Mon, 01 Jun 2026 08:01:00 GMT', 60_000],
  ['Mon, 01 Jun 2026 07:00:00 GMT', 0],
  ['999999999', 86_400_000],
  ['soon', undefined],
  ['-5', undefined],
  [undefined, undefined],
])('Retry-After: %s', (field, expected) => {
  expect(retryAfterMs(field, nowMs)).toBe(expected);
});
