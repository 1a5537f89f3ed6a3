import { table } from '../measure/markdown-table.ts';
import type { KeptFigure } from './figure.ts';
import type { Promised } from './promise.ts';

/** The table of every goal as Markdown: what was promised, what was measured, by whom, when. */
export function goalLines(
  promises: readonly Promised[],
  figuresOf: (suite: string) => readonly KeptFigure[],
): string[] {
  const rows = promises.map((promise) => ({ promise, found: foundFor(promise, figuresOf) }));
  const counted = rows.flatMap(({ found }) => found);
  const missed = counted.filter(({ isMet }) => !isMet).length;
  const open = rows.filter(({ promise, found }) => 'suite' in promise && found.length === 0).length;
  const machines = [...new Set(counted.map(({ machine }) => machine.replace(/, load .*/, '')))];
  const areas = [...new Set(promises.map(({ area }) => area))];
  return [
    '## Every goal',
    '',
    `${counted.length} figures of benches: ${counted.length - missed} met, ${missed} missed. ${open} goals of benches were not measured yet; ${rows.filter(({ promise }) => 'tests' in promise).length} goals are held by tests, which fail when they are missed.`,
    'Each suite writes its rows with `npm run bench -- <suite> --markdown`; `npm run bench -- all --markdown` runs them all.',
    ...(machines.length === 0 ? [] : [`Measured on ${machines.join('; ')}.`]),
    ...areas.flatMap((area) => [
      '',
      `### ${area}`,
      '',
      ...areaTable(rows.filter((row) => row.promise.area === area)),
    ]),
  ];
}

interface Row {
  readonly promise: Promised;
  readonly found: readonly KeptFigure[];
}

function foundFor(
  promise: Promised,
  figuresOf: (suite: string) => readonly KeptFigure[],
): readonly KeptFigure[] {
  return 'suite' in promise ? figuresOf(promise.suite).filter(({ goal }) => promise.figures.test(goal)) : [];
}

function areaTable(rows: readonly Row[]): string[] {
  return table(
    ['goal', 'measured', 'peer, same run', '', 'date', 'by'],
    rows.flatMap(({ promise, found }) => {
      if ('tests' in promise) return [[promise.goal, '', '', 'test', '', promise.tests.map(code).join(', ')]];
      const by = code(`bench -- ${promise.suite}`);
      if (found.length === 0) return [[promise.goal, 'not measured yet', '', '', '', by]];
      return found.map(({ goal, measured, peer = '', isMet, date }) => [
        goal,
        measured,
        peer,
        isMet ? 'met' : '**MISSED**',
        date,
        by,
      ]);
    }),
  );
}

const code = (text: string): string => `\`${text}\``;
