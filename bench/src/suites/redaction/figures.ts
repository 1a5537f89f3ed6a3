import type { Figure } from '../../goals/figure.ts';
import type { Share } from '../../redaction/score.ts';
import type { ContestRun } from './report.ts';

/** All of them; and nearly all of what a diagnosis needs. */
const LEAST_REMOVED = 1;
const LEAST_KEPT = 0.98;

/** What Harrier removed and kept, beside the best of the others. */
export function redactionFigures(runs: readonly ContestRun[]): Figure[] {
  const [ours, ...others] = runs;
  if (ours === undefined) return [];
  const best = others.toSorted((a, b) => b.score.harmonicMean - a.score.harmonicMean)[0];
  const figure = (what: string, least: number, of: (run: ContestRun) => Share): Figure => ({
    goal: `${what}: at least ${100 * least} %`,
    measured: percent(of(ours)),
    ...(best === undefined ? {} : { peer: `${best.label} ${percent(of(best))}` }),
    isMet: of(ours).count >= least * of(ours).of,
  });
  return [
    figure('credentials removed', LEAST_REMOVED, ({ score }) => score.removed),
    figure('facts kept', LEAST_KEPT, ({ score }) => score.kept),
  ];
}

function percent({ count, of }: Share): string {
  return `${((100 * count) / of).toFixed(1)} % (${count} of ${of})`;
}
