import type { Summary } from '../../measure/summary.ts';

/** What became of one engine since the base, measured in one run. Above 1: slower, larger. */
export interface Change {
  readonly label: string;
  readonly megabytes: number;
  readonly timeRatio: number;
  readonly memoryRatio: number;
  readonly verdict: 'fine' | 'SLOWER' | 'MUCH SLOWER' | 'not measured';
}

/** Two cores that others use as well wobble by a fifth; beyond these it is us. */
const alertRatio = 1.3;
const failRatio = 1.5;

const pairs = [
  ['harrier-wasm', 'base-wasm'],
  ['harrier-typescript', 'base-typescript'],
] as const;

/** Compares first runs of this build and the base's at every size. */
export function changesSinceBase(summaries: readonly Summary[]): Change[] {
  const sizes = [...new Set(summaries.map(({ result }) => result.megabytes))];
  const find = (variant: string, megabytes: number) =>
    summaries.find(({ result }) => result.variant === variant && result.megabytes === megabytes);
  return sizes.flatMap((megabytes) =>
    pairs.map(([ours, base]): Change => {
      const [now, before] = [find(ours, megabytes), find(base, megabytes)];
      const timeRatio = (now?.firstMs ?? Number.NaN) / (before?.firstMs ?? Number.NaN);
      return {
        label: now?.result.label ?? ours,
        megabytes,
        timeRatio,
        memoryRatio: (now?.peakRssBytes ?? Number.NaN) / (before?.peakRssBytes ?? Number.NaN),
        verdict: verdictOn(timeRatio),
      };
    }),
  );
}

function verdictOn(timeRatio: number): Change['verdict'] {
  if (Number.isNaN(timeRatio)) return 'not measured';
  if (timeRatio >= failRatio) return 'MUCH SLOWER';
  return timeRatio >= alertRatio ? 'SLOWER' : 'fine';
}
