import { expect, it } from 'vitest';
import { daysLeft, groupedFingerprint } from './vault-key.ts';

const now = Date.UTC(2026, 0, 5);
const day = 86_400_000;

it('warns of a key from thirty days before its end, and says when it has ended', () => {
  expect(daysLeft({}, now)).toBeUndefined();
  expect(daysLeft({ expiresMs: now + 31 * day }, now)).toBeUndefined();
  expect(daysLeft({ expiresMs: now + 29.5 * day }, now)).toBe(29);
  expect(daysLeft({ expiresMs: now + day / 2 }, now)).toBe(0);
  expect(daysLeft({ expiresMs: now - 1 }, now)).toBeLessThan(0);
});

it('writes a fingerprint in groups of four', () => {
  expect(groupedFingerprint('0123456789AB')).toBe('0123 4567 89AB');
});
