import type { CachedCapture } from '../../generate/capture-file.ts';
import { type Machine, machineLine } from '../../measure/machine.ts';
import { inMegabytes, known, table } from '../../measure/markdown-table.ts';
import type { Summary } from '../../measure/summary.ts';
import { type GoalOutcome, judge } from './goals.ts';

/** Everything one run of the suite found out. */
export interface SanitizeReport {
  readonly startedAt: string;
  readonly machine: Machine;
  readonly capture: CachedCapture;
  readonly summaries: readonly Summary[];
  readonly goals: readonly GoalOutcome[];
}

/** What was found out about captures of one size: such a part stands by itself, whatever sizes the next run has. */
export interface SizeReport {
  readonly megabytes: number;
  readonly report: SanitizeReport;
}

/** The report taken apart by size. */
export function bySize(report: SanitizeReport): SizeReport[] {
  const sizes = [...new Set(report.summaries.map(({ result }) => result.megabytes))];
  return sizes.map((megabytes) => {
    const summaries = report.summaries.filter(({ result }) => result.megabytes === megabytes);
    return { megabytes, report: { ...report, summaries, goals: judge(summaries) } };
  });
}

/** The report as Markdown, which reads well enough in a terminal. */
export function reportLines({ startedAt, machine, capture, summaries, goals }: SanitizeReport): string[] {
  const sizes = [...new Set(summaries.map(({ result }) => result.megabytes))];
  return [
    `Measured ${startedAt.slice(0, 10)} on ${machineLine(machine)}.`,
    `Generated captures (${capture.profile}, ${capture.formatting}, seed ${capture.seed}); MB are 10^6 bytes; medians of fresh processes in alternating order.`,
    'Times are from file to file, on one thread where nothing else is said, except of JSON.parse, whose string is read and decoded before; ratios are times against it.',
    '',
    ...(goals.length === 0
      ? ['No goal is set for this size.']
      : table(
          ['goal', 'measured', ''],
          goals.map(({ goal, measured, isMet }) => [goal, measured, isMet ? 'met' : 'MISSED']),
        )),
    ...sizes.flatMap((megabytes) => ['', `### ${megabytes} MB`, '', ...sizeTable(summaries, megabytes)]),
  ];
}

function sizeTable(summaries: readonly Summary[], megabytes: number): string[] {
  const rows = summaries.filter(({ result }) => result.megabytes === megabytes);
  const remarks = rows.flatMap(({ result }) =>
    result.remark === undefined ? [] : [`${result.label}: ${result.remark}.`],
  );
  return [
    ...table(
      ['', 'first, ms', 'MB/s', '× time of JSON.parse', 'peak RSS', 'every first run, ms'],
      rows.map(({ result, firstMs, firstSpeed, firstRatio, peakRssBytes }) => [
        result.label,
        known(firstMs, 0),
        known(firstSpeed, 0),
        known(1 / firstRatio, 2),
        Number.isNaN(peakRssBytes) ? '–' : inMegabytes(peakRssBytes),
        result.measurements.map(({ firstMs }) => firstMs.toFixed(0)).join(' '),
      ]),
    ),
    ...(remarks.length === 0 ? [] : ['', ...remarks]),
  ];
}
