import type { Figure } from '../../goals/figure.ts';
import { inMegabytes } from '../../measure/markdown-table.ts';
import type { Summary } from '../../measure/summary.ts';

/** Of the speed of gpg, both without compression: what the ciphers and the copying cost. */
const leastSpeed = 0.5;
/** Below this, starting the program is most of it. */
const speedFromMegabytes = 100;
const memoryFromMegabytes = 1000;
const mostRss = 256 * 1024 * 1024;

/** What is promised of sealing; memory of every way through the vault. */
export function judge(summaries: readonly Summary[]): Figure[] {
  return summaries.flatMap(({ result, firstRatio, peakRssBytes }) => {
    const { variant, label, megabytes, measurements, remark } = result;
    const failed = measurements.length === 0 ? (remark ?? 'not measured') : undefined;
    const outcomes: Figure[] = [];
    if (variant === 'harrier-stored' && megabytes >= speedFromMegabytes)
      outcomes.push({
        goal: `${label}, ${megabytes} MB: at least ${leastSpeed} × the speed of gpg`,
        measured: failed ?? `${firstRatio.toFixed(2)} ×`,
        isMet: firstRatio >= leastSpeed,
      });
    if (variant.startsWith('harrier') && megabytes >= memoryFromMegabytes)
      outcomes.push({
        goal: `${label}, ${megabytes} MB: at most ${inMegabytes(mostRss)} of memory`,
        measured: failed ?? inMegabytes(peakRssBytes),
        isMet: peakRssBytes <= mostRss,
      });
    return outcomes;
  });
}
