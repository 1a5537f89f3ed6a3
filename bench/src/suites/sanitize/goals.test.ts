import { expect, it } from 'vitest';
import type { Result } from '../../measure/compare.ts';
import { summarize } from '../../measure/summary.ts';
import { judge } from './goals.ts';

function result(
  variant: string,
  megabytes: number,
  firstMs: readonly number[],
  peakRssBytes = 200e6,
): Result {
  const measurements = firstMs.map((ms) => ({ firstMs: ms, againMs: [], entries: 1, peakRssBytes }));
  return {
    variant,
    label: variant,
    megabytes,
    readMegabytes: megabytes,
    sizeBytes: megabytes * 1e6,
    measurements,
  };
}

it('judges time from 100 MB on and memory at 1 GB', () => {
  const parse = [10, 100, 1000].map((megabytes) => result('json-parse', megabytes, [megabytes]));
  const ours = [
    result('harrier', 10, [90]),
    result('harrier', 100, [99]),
    result('harrier', 1000, [1010], 257e6),
  ];
  expect(judge(summarize([...parse, ...ours])).map(({ measured, isMet }) => [measured, isMet])).toEqual([
    ['0.99 ×', true],
    ['1.01 ×', false],
    ['257 MB', false],
  ]);
});

it('asks more of two threads', () => {
  const results = [result('json-parse', 100, [100]), result('harrier-two-threads', 100, [61])];
  expect(judge(summarize(results))).toEqual([
    {
      goal: 'harrier-two-threads, 100 MB: at most 0.6 × the time of JSON.parse',
      measured: '0.61 ×',
      isMet: false,
    },
  ]);
});

it('misses both goals when nothing came out', () => {
  const failed = { ...result('harrier', 1000, []), remark: 'it failed' };
  const outcomes = judge(summarize([result('json-parse', 1000, [1000]), failed]));
  expect(outcomes.map(({ measured, isMet }) => [measured, isMet])).toEqual([
    ['it failed', false],
    ['it failed', false],
  ]);
});
