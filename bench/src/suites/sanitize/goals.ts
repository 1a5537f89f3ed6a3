import type { Figure } from '../../goals/figure.ts';
import { inMegabytes } from '../../measure/markdown-table.ts';
import type { Summary } from '../../measure/summary.ts';

/** By variant, against JSON.parse of the decoded string: reading, learning, writing and checking in its time. */
const mostTimes: ReadonlyMap<string, number> = new Map([
  ['harrier', 1.0],
  ['harrier-two-threads', 0.6],
]);
/** Speed is promised for captures that take time to read; below this, starting the engine is most of it. */
const speedFromMegabytes = 100;
const memoryAtMegabytes = 1000;
const mostRss = 256e6;

/** What is promised of one thread and of two, judged by first runs in fresh processes. */
export function judge(summaries: readonly Summary[]): Figure[] {
  return summaries.flatMap(({ result, firstRatio, peakRssBytes }) => {
    const mostTime = mostTimes.get(result.variant);
    if (mostTime === undefined) return [];
    const { label, megabytes, measurements, remark } = result;
    const failed = measurements.length === 0 ? (remark ?? 'not measured') : undefined;
    const timeRatio = 1 / firstRatio;
    const outcomes: Figure[] = [];
    if (megabytes >= speedFromMegabytes)
      outcomes.push({
        goal: `${label}, ${megabytes} MB: at most ${mostTime.toFixed(1)} × the time of JSON.parse`,
        measured: failed ?? `${timeRatio.toFixed(2)} ×`,
        isMet: timeRatio <= mostTime,
      });
    if (megabytes === memoryAtMegabytes)
      outcomes.push({
        goal: `${label}, ${megabytes} MB: at most ${inMegabytes(mostRss)} of memory`,
        measured: failed ?? inMegabytes(peakRssBytes),
        isMet: peakRssBytes <= mostRss,
      });
    return outcomes;
  });
}
