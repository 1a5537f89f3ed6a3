import { expect, it } from 'vitest';
import { sanitizedTwins } from './sanitized-twins.ts';
import type { Judged, Told } from './score.ts';

const judged = (dialect: string, told: readonly Told[], notObservable: readonly string[] = []): Judged => ({
  scenario: 'auth/one',
  dialect,
  set: 'measure',
  verdict: { expected: [], claimed: [], browserFailures: [] },
  phases: [],
  told,
  notObservable,
});
const failed = { ruleId: 'fail/http-5xx', entries: [2, 1] };
const expired = { ruleId: 'auth/token-expired', entries: [3] };

it('counts what both captures tell of the same entries', () => {
  const { captures, unchanged } = sanitizedTwins([
    judged('chrome', [failed, { ruleId: 'slow/server', entries: [4] }]),
    judged('chrome-sanitized', [{ ...failed, entries: [1, 2] }]),
    judged('playwright', []),
  ]);
  expect([captures, unchanged]).toEqual([1, { count: 1, of: 2 }]);
});

it('leaves out what the sanitized capture cannot show', () => {
  const { unchanged } = sanitizedTwins([
    judged('chrome', [failed, expired]),
    judged('chrome-sanitized', [failed], ['auth/token-expired']),
  ]);
  expect(unchanged).toEqual({ count: 1, of: 1 });
});

it('counts credentials that are called missing where they were taken out', () => {
  const found = sanitizedTwins([
    judged('chrome', []),
    judged('chrome-sanitized', [{ ruleId: 'auth/missing-credentials', entries: [1] }]),
  ]);
  expect(found.credentialMissing).toBe(1);
});
