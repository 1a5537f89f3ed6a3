import { sanitizedTwins, type Twins } from '../../diagnosis/sanitized-twins.ts';
import { type Judged, type Share, scoreOf } from '../../diagnosis/score.ts';
import type { Figure } from '../../goals/figure.ts';

/** Goals of the set that is only counted; phases, which it has none of, are judged in the other. */
export function diagnosisFigures(judged: readonly Judged[]): Figure[] {
  const measure = scoreOf(judged.filter(({ set }) => set === 'measure'));
  const all = scoreOf(judged);
  const scenarios = new Set(judged.map(({ scenario }) => scenario)).size;
  return [
    ...[
      atLeast('failures that the browser told are told by us', 0.99, measure.browserFailures),
      atLeast('exact reason, CORS', 0.95, measure.corsReasons),
      atLeast('precision of proven errors', 0.98, measure.provenPrecision),
      atLeast('root cause first', 0.85, measure.rootFirst),
      atLeast('root cause among the first three', 0.97, measure.rootInThree),
      atLeast('phases within 5 % or 20 ms', 0.97, all.phases),
    ].flat(),
    ...falseErrors(measure.falseErrors),
    ...twinFigures(sanitizedTwins(judged)),
    {
      goal: 'captures of the lab: at least 200 of at least 90 scenarios',
      measured: `${all.captures} of ${scenarios}`,
      isMet: all.captures >= 200 && scenarios >= 90,
    },
  ];
}

/** Of both sets: it is a promise about every capture. */
function twinFigures({ captures, credentialMissing, unchanged: { count, of } }: Twins): Figure[] {
  if (captures === 0 || of === 0) return [];
  return [
    {
      goal: 'sanitized twins: none tells that a credential is missing',
      measured: `${credentialMissing} in ${captures}`,
      isMet: credentialMissing === 0,
    },
    {
      goal: 'sanitized twins: everything else as in the full capture',
      measured: `${((100 * count) / of).toFixed(1)} % (${count} of ${of})`,
      isMet: count === of,
    },
  ];
}

/** Nothing without a healthy capture: none of none would be a goal that is met. */
function falseErrors({ count, of }: Share): Figure[] {
  if (of === 0) return [];
  const measured = `${(count / of).toFixed(2)} (${count} in ${of})`;
  return [{ goal: 'false errors in a healthy capture: at most 0.05', measured, isMet: count <= 0.05 * of }];
}

/** Nothing where nothing was counted. */
function atLeast(what: string, least: number, { count, of }: Share): Figure[] {
  if (of === 0) return [];
  const measured = `${((100 * count) / of).toFixed(1)} % (${count} of ${of})`;
  return [{ goal: `${what}: at least ${100 * least} %`, measured, isMet: count >= least * of }];
}
