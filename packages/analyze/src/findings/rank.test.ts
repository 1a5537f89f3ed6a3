import { expect, it } from 'vitest';
import { damaged } from '../rules/capture/damaged/rule.ts';
import { toFinding } from './rank.ts';

it('weighs a finding about more entries than the arguments of a call may be', () => {
  const entries = Array.from({ length: 500_000 }, (_, row) => row);
  const facts = { damages: entries.length, damagedEntries: entries.length };
  const scoreOf = (rows: readonly number[]) =>
    toFinding(damaged, { entries: rows, evidence: [], facts }, (row) => (row === 499_999 ? 1 : 0.1)).score;
  expect(scoreOf(entries)).toBe(scoreOf([499_999]));
});
