import { expect, it } from 'vitest';
import type { Result } from './compare.ts';
import type { Measurement } from './measurement.ts';
import { summarize } from './summary.ts';

function result(
  variant: string,
  readMegabytes: number,
  firstMs: readonly number[],
  again: readonly number[] = [],
): Result {
  const measurements = firstMs.map(
    (ms): Measurement => ({ firstMs: ms, againMs: again, entries: 1, peakRssBytes: 60e6 }),
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
const [, wasm] = summarize([parse, result('harrier-wasm', 1000, [250, 300, 200], [200])]);

it('compares speeds, so that a smaller file can stand in for one too large', () => {
  expect(wasm?.firstSpeed).toBe(4000);
  expect(wasm?.firstRatio).toBe(10);
});

it('compares repeated runs with the better of the speeds of JSON.parse', () => {
  expect(wasm?.againRatio).toBe(12.5);
  const fuller = result('json-parse', 400, [1000], [4000]);
  expect(summarize([fuller, result('harrier-wasm', 1000, [250], [200])])[1]?.againRatio).toBe(12.5);
  const quicker = result('json-parse', 400, [1000], [500]);
  expect(summarize([quicker, result('harrier-wasm', 1000, [250], [200])])[1]?.againRatio).toBe(6.25);
});

it('has no ratio without the yardstick', () => {
  expect(summarize([result('harrier-wasm', 1000, [250])])[0]?.firstRatio).toBeNaN();
});
