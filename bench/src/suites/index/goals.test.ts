import { expect, it } from 'vitest';
import type { Result } from '../../measure/compare.ts';
import type { Measurement } from '../../measure/measurement.ts';
import { summarize } from '../../measure/summary.ts';
import { judge } from './goals.ts';

function result(variant: string, readMegabytes: number, firstMs: readonly number[]): Result {
  const measurements = firstMs.map(
    (ms): Measurement => ({ firstMs: ms, againMs: [], entries: 1, peakRssBytes: 60e6 }),
  );
  return {
    variant,
    label: variant,
    megabytes: 1000,
    readMegabytes,
    sizeBytes: readMegabytes * 1e6,
    measurements,
  };
}

const parse = result('json-parse', 400, [1100, 900, 1000]);

it('misses a goal that was not reached, and does not judge what was not measured', () => {
  const slow = summarize([
    parse,
    result('harrier-wasm', 1000, [600]),
    result('harrier-typescript', 1000, []),
  ]);
  const outcomes = judge(slow, []);
  expect(outcomes.map(({ isMet }) => isMet)).toEqual([false, true]);
  expect(outcomes[0]?.measured).toContain('4.2 ×');
});

it('misses the goal of a command that failed', () => {
  const failed = {
    megabytes: 10,
    wallMs: [],
    peakRssBytes: [],
    medianWallMs: Number.NaN,
    medianPeakRssBytes: Number.NaN,
    trouble: 'it failed',
  };
  expect(judge([], [failed])).toEqual([{ goal: expect.any(String), measured: 'it failed', isMet: false }]);
});
