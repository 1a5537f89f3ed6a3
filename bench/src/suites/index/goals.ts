import type { Figure } from '../../goals/figure.ts';
import { inMegabytes } from '../../measure/markdown-table.ts';
import type { Summary } from '../../measure/summary.ts';
import type { TableRun } from './table-memory.ts';

/** Speed is promised for captures that take time to read; below this, starting the engine is most of it. */
const speedFromMegabytes = 100;

const speedGoals = [
  { variant: 'harrier-wasm', ratio: 7 },
  { variant: 'harrier-typescript', ratio: 2.5 },
] as const;
const engineRss = 128e6;
const tableRss = 200e6;

/** Goals as in the README's promises, judged by first runs in fresh processes. */
export function judge(summaries: readonly Summary[], tables: readonly TableRun[]): Figure[] {
  const measured = summaries.filter(({ result }) => result.measurements.length > 0);
  const speed = speedGoals.flatMap(({ variant, ratio }) =>
    measured
      .filter(
        ({ result, firstRatio }) =>
          result.variant === variant && result.megabytes >= speedFromMegabytes && !Number.isNaN(firstRatio),
      )
      .map(({ result, firstRatio, againRatio }) => ({
        goal: `${result.label}, ${result.megabytes} MB: at least ${ratio} × JSON.parse`,
        measured: Number.isNaN(againRatio)
          ? `${firstRatio.toFixed(1)} ×`
          : `${firstRatio.toFixed(1)} × (again in the same process ${againRatio.toFixed(1)} ×)`,
        isMet: firstRatio >= ratio,
      })),
  );
  const largest = Math.max(0, ...measured.map(({ result }) => result.megabytes));
  const memory = speedGoals.flatMap(({ variant }) =>
    measured
      .filter(({ result }) => result.variant === variant && result.megabytes === largest)
      .map(({ result, peakRssBytes }) => ({
        goal: `${result.label}, ${largest} MB: at most ${inMegabytes(engineRss)} of memory`,
        measured: inMegabytes(peakRssBytes),
        isMet: peakRssBytes <= engineRss,
      })),
  );
  const table = tables.map(({ megabytes, medianPeakRssBytes, trouble }) => ({
    goal: `harrier table, ${megabytes} MB: at most ${inMegabytes(tableRss)} of memory`,
    measured: trouble ?? inMegabytes(medianPeakRssBytes),
    isMet: medianPeakRssBytes <= tableRss,
  }));
  return [...speed, ...memory, ...table];
}
