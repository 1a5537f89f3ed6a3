import { expect, it } from 'vitest';
import type { Result } from '../../measure/compare.ts';
import { summarize } from '../../measure/summary.ts';
import { judge } from './goals.ts';

function result(variant: string, megabytes: number, firstMs: number, peakRssBytes = 100e6): Result {
  const measurements = [{ firstMs, againMs: [], entries: 1, peakRssBytes }];
  return {
    variant,
    label: variant,
    megabytes,
    readMegabytes: megabytes,
    sizeBytes: megabytes * 1e6,
    measurements,
  };
}

it('holds sealing against gpg from 100 MB on, and memory from 1 GB on', () => {
  const results = [
    ...[10, 100, 1000].map((megabytes) => result('gpg-stored', megabytes, megabytes)),
    result('harrier-stored', 10, 90),
    result('harrier-stored', 100, 190),
    result('harrier-stored', 1000, 2100),
    result('harrier-verify', 1000, 9000, 300e6),
  ];
  expect(judge(summarize(results, 'gpg-stored')).map(({ measured, isMet }) => [measured, isMet])).toEqual([
    ['0.53 ×', true],
    ['0.48 ×', false],
    ['100 MB', true],
    ['300 MB', false],
  ]);
});
