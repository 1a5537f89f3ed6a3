import type { CachedCapture } from '../generate/capture-file.ts';
import type { Figure } from '../goals/figure.ts';
import { goalTable } from '../goals/goal-table.ts';
import { type Machine, machineLine } from './machine.ts';
import { inMegabytes, known, table } from './markdown-table.ts';
import type { Summary } from './summary.ts';

/** Everything one run of a suite found out that measures variants on generated captures. */
export interface ContestReport {
  readonly startedAt: string;
  readonly machine: Machine;
  readonly capture: CachedCapture;
  readonly summaries: readonly Summary[];
  readonly goals: readonly Figure[];
}

/** What a suite says of its own table. */
export interface ContestWords {
  /** What was timed, and what ratios are against. */
  readonly about: string;
  /** Columns between the speed and the memory, by their heads. */
  readonly ratios: Readonly<Record<string, (summary: Summary) => number>>;
  /** Digits behind the point of a first run's milliseconds: 0 where nothing says otherwise. */
  readonly msDigits?: number;
}

/** The report as Markdown, which reads well enough in a terminal. */
export function contestLines(
  { startedAt, machine, capture, summaries, goals }: ContestReport,
  words: ContestWords,
): string[] {
  return [
    `Measured ${startedAt.slice(0, 10)} on ${machineLine(machine)}.`,
    `Generated captures (${capture.profile}, ${capture.formatting}, seed ${capture.seed}); MB are 10^6 bytes; medians of fresh processes in alternating order.`,
    words.about,
    '',
    ...(goals.length === 0 ? ['No goal is set for this size.'] : goalTable(goals)),
    ...sizesOf(summaries).flatMap((megabytes) => [
      '',
      `### ${megabytes} MB`,
      '',
      ...sizeTable(
        summaries.filter(({ result }) => result.megabytes === megabytes),
        words,
      ),
    ]),
  ];
}

/** The sizes that were measured, in MB, each once. */
export function sizesOf(summaries: readonly Summary[]): number[] {
  return [...new Set(summaries.map(({ result }) => result.megabytes))];
}

function sizeTable(rows: readonly Summary[], { ratios, msDigits = 0 }: ContestWords): string[] {
  const remarks = rows.flatMap(({ result }) =>
    result.remark === undefined ? [] : [`${result.label}: ${result.remark}.`],
  );
  return [
    ...table(
      ['', 'first, ms', 'MB/s', ...Object.keys(ratios), 'peak RSS', 'every first run, ms'],
      rows.map((summary) => [
        summary.result.label,
        known(summary.firstMs, msDigits),
        known(summary.firstSpeed, 0),
        ...Object.values(ratios).map((ratio) => known(ratio(summary), 2)),
        Number.isNaN(summary.peakRssBytes) ? '–' : inMegabytes(summary.peakRssBytes),
        summary.result.measurements.map(({ firstMs }) => firstMs.toFixed(0)).join(' '),
      ]),
    ),
    ...(remarks.length === 0 ? [] : ['', ...remarks]),
  ];
}
