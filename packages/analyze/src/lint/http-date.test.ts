import { expect, it } from 'vitest';
import { isHttpDate } from './http-date.ts';

it.each([
  'Sun, 06 Nov 1994 08:49:37 GMT',
  'Sunday, 06-Nov-94 08:49:37 GMT',
  'Sun Nov  6 08:49:37 1994',
  'Thu, 29 Feb 2024 00:00:00 GMT',
])('knows %s', (text) => {
  expect(isHttpDate(text)).toBe(true);
});

it.each([
  'yesterday at noon',
  'Thu, 32 Jan 2026 10:00:00 GMT',
  'Sat, 29 Feb 2025 00:00:00 GMT',
  'Sun, 06 Nov 1994 08:49:37 +0100',
  '2026-01-15T09:30:00Z',
  '0',
])('does not know %s', (text) => {
  expect(isHttpDate(text)).toBe(false);
});
