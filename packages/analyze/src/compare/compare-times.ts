import { type Capture, entryDurationMs } from '@harrier/har';
import type { PhaseName } from '@harrier/knowledge';
import type { Said } from './compare-json.ts';
import { weights } from './difference.ts';
import type { PairGroup } from './pair-entries.ts';

/** People notice half a second (RAIL: beyond 100 ms a delay is felt, beyond 1,000 ms attention goes), and twice is no jitter. */
const SLOWER_BY_MS = 500;
const SLOWER_TIMES = 2;

const phases = [
  ['blocked', 'stalled'],
  ['dns', 'dns'],
  ['connect', 'connect'],
  ['send', 'send'],
  ['wait', 'wait'],
  ['receive', 'receive'],
] as const satisfies readonly (readonly [keyof Capture['index']['columns'], PhaseName])[];

/** Whether requests that are alike took much longer in one capture, by their medians, and in which phase. */
export function compareTimes(a: Capture, b: Capture, { pairs }: PairGroup): Said<'time'>[] {
  const rowsA = pairs.map(([row]) => row);
  const rowsB = pairs.map(([, row]) => row);
  const aMs = median(rowsA.map((row) => entryDurationMs(a.index, row)));
  const bMs = median(rowsB.map((row) => entryDurationMs(b.index, row)));
  if (aMs === undefined || bMs === undefined) return [];
  const [less, more] = aMs < bMs ? [aMs, bMs] : [bMs, aMs];
  if (more - less < SLOWER_BY_MS || more < SLOWER_TIMES * less) return [];
  const grown = phases
    .map(([column, phase]) => {
      const inA = median(rowsA.map((row) => positive(a.index.columns[column][row]))) ?? 0;
      const inB = median(rowsB.map((row) => positive(b.index.columns[column][row]))) ?? 0;
      return { phase, byMs: aMs < bMs ? inB - inA : inA - inB };
    })
    .reduce((most, other) => (other.byMs > most.byMs ? other : most));
  const phase = grown.byMs > (more - less) / 2 ? grown.phase : 'unaccounted';
  return [{ said: { kind: 'time', phase, aMs, bMs }, weight: weights.time }];
}

function positive(value: number | undefined): number | undefined {
  return value !== undefined && value >= 0 && value < 1e9 ? value : undefined;
}

function median(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined).sort((x, y) => x - y);
  return known[Math.floor((known.length - 1) / 2)];
}
