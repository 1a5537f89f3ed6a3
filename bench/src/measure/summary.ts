import type { Result } from './compare.ts';
import { median } from './median.ts';

/** A result boiled down. Speeds in MB/s (10^6 bytes); `first` and `again` as in `Measurement`. */
export interface Summary {
  readonly result: Result;
  readonly firstMs: number;
  readonly firstSpeed: number;
  /** NaN where no run was short enough to be repeated. */
  readonly againSpeed: number;
  /** Speed against the yardstick's at the same size in the same run; NaN where that was not measured. */
  readonly firstRatio: number;
  readonly againRatio: number;
  readonly peakRssBytes: number;
}

/** `yardstick` is the variant that every ratio is against. */
export function summarize(results: readonly Result[], yardstick = 'json-parse'): Summary[] {
  return results.map((result) => {
    const own = speeds(result);
    const theirs = speeds(
      results.find(({ variant, megabytes }) => variant === yardstick && megabytes === result.megabytes),
    );
    return {
      result,
      firstMs: median(result.measurements.map(({ firstMs }) => firstMs)),
      firstSpeed: own.first,
      againSpeed: own.again,
      firstRatio: own.first / theirs.first,
      // Repeating does not make JSON.parse faster, but it fills its heap: the better of its two speeds counts.
      againRatio: own.again / Math.max(theirs.first, Number.isNaN(theirs.again) ? 0 : theirs.again),
      peakRssBytes: median(result.measurements.map(({ peakRssBytes }) => peakRssBytes)),
    };
  });
}

function speeds(result: Result | undefined): { first: number; again: number } {
  const { measurements = [], sizeBytes = 0 } = result ?? {};
  const speed = (ms: number) => sizeBytes / 1e6 / (ms / 1000);
  return {
    first: speed(median(measurements.map(({ firstMs }) => firstMs))),
    again: speed(median(measurements.flatMap(({ againMs }) => againMs))),
  };
}
