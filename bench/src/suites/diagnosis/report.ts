import { type Judged, type Score, type Share, scoreByFinding, scoreOf } from '../../diagnosis/score.ts';
import { known, table } from '../../measure/markdown-table.ts';
import { diagnosisFigures } from './figures.ts';

const sets = ['develop', 'measure'] as const;

/** The measurement as Markdown, which reads well enough in a terminal. */
export function reportLines(judged: readonly Judged[]): string[] {
  const bySet = sets.map((set) => judged.filter((one) => one.set === set));
  const scores = bySet.map(scoreOf);
  const dialects = [...new Set(judged.map(({ dialect }) => dialect))];
  const scenarios = new Set(judged.map(({ scenario }) => scenario)).size;
  return [
    `${judged.length} captures of ${scenarios} scenarios, recorded with Chromium; the truth says which entries show what.`,
    'Rules may be written by looking at the set _develop_; the set _measure_ is only counted, by the names of its findings; how far it',
    'is held out is said in bench/README.md. Goals are judged by _measure_; phases, twins and the number of captures by both.',
    '',
    ...table(
      ['goal', 'measured', ''],
      diagnosisFigures(judged).map(({ goal, measured, isMet }) => [goal, measured, isMet ? 'met' : 'MISSED']),
    ),
    '',
    ...table(['', ...sets], measures(scores)),
    '',
    '### By form of the capture',
    '',
    ...table(
      ['', 'recall', 'precision', 'browser’s failures told', 'root first'],
      dialects.map((dialect) => {
        const score = scoreOf(judged.filter((one) => one.dialect === dialect));
        return [
          dialect,
          ...[score.recall, score.precision, score.browserFailures, score.rootFirst].map(written),
        ];
      }),
    ),
    '',
    '### By finding',
    '',
    ...table(['', ...sets.flatMap((set) => [`recall, ${set}`, `precision, ${set}`])], findingRows(bySet)),
  ];
}

function measures(scores: readonly Score[]): string[][] {
  const row = (label: string, cell: (score: Score) => string) => [label, ...scores.map(cell)];
  return [
    row('captures', ({ captures }) => String(captures)),
    row('recall, with the right entries', ({ recall }) => percent(recall)),
    row('precision of proven errors', ({ provenPrecision }) => percent(provenPrecision)),
    row('precision of everything but information', ({ precision }) => percent(precision)),
    row('failures told by the browser that are told by us', (score) => percent(score.browserFailures)),
    row('exact reason, CORS (of those found)', ({ corsReasons }) => percent(corsReasons)),
    row('exact reason, network (of those found)', ({ networkReasons }) => percent(networkReasons)),
    row('root cause first', ({ rootFirst }) => percent(rootFirst)),
    row('root cause among the first three', ({ rootInThree }) => percent(rootInThree)),
    row('false errors in a healthy capture', ({ falseErrors: { count, of } }) =>
      of === 0 ? '–' : `${(count / of).toFixed(2)} (${count} in ${of})`,
    ),
    row('phases within 5 % or 20 ms', ({ phases }) => percent(phases)),
    row('median error of a phase, ms', ({ phaseErrorMs }) => known(phaseErrorMs, 1)),
  ];
}

function findingRows(bySet: readonly (readonly Judged[])[]): string[][] {
  const scores = bySet.map(scoreByFinding);
  const names = [...new Set(scores.flatMap((score) => [...score.keys()]))].sort();
  return names.map((name) => [
    name,
    ...scores.flatMap((score) => {
      const one = score.get(name);
      return one === undefined ? ['–', '–'] : [written(one.recall), written(one.precision)];
    }),
  ]);
}

function written({ count, of }: Share): string {
  return of === 0 ? '–' : `${count} / ${of}`;
}

function percent(share: Share): string {
  return share.of === 0 ? '–' : `${((100 * share.count) / share.of).toFixed(1)} % (${written(share)})`;
}
