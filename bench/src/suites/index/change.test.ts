import { expect, it } from 'vitest';
import type { Result } from '../../measure/compare.ts';
import { summarize } from '../../measure/summary.ts';
import { changesSinceBase } from './change.ts';

function result(variant: string, firstMs: number): Result {
  const measurements = [{ firstMs, againMs: [], entries: 1, peakRssBytes: 60e6 }];
  return { variant, label: variant, megabytes: 100, readMegabytes: 100, sizeBytes: 1e8, measurements };
}

function verdictOf(nowMs: number, beforeMs: number) {
  const [wasm] = changesSinceBase(summarize([result('harrier-wasm', nowMs), result('base-wasm', beforeMs)]));
  return wasm?.verdict;
}

it('lets a fifth pass, warns from 1.3 and fails from 1.5 on', () => {
  expect(verdictOf(80, 100)).toBe('fine');
  expect(verdictOf(129, 100)).toBe('fine');
  expect(verdictOf(130, 100)).toBe('SLOWER');
  expect(verdictOf(150, 100)).toBe('MUCH SLOWER');
});

it('says so where one side was not measured', () => {
  const changes = changesSinceBase(summarize([result('harrier-wasm', 90), result('base-wasm', 100)]));
  expect(changes.map(({ verdict }) => verdict)).toEqual(['fine', 'not measured']);
});
