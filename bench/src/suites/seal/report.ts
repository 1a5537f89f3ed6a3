import type { CachedCapture } from '../../generate/capture-file.ts';
import { type Machine, machineLine } from '../../measure/machine.ts';
import { inMegabytes, known, table } from '../../measure/markdown-table.ts';
import type { Summary } from '../../measure/summary.ts';
import type { GoalOutcome } from '../sanitize/goals.ts';

/** Everything one run of the suite found out. */
export interface SealReport {
  readonly startedAt: string;
  readonly machine: Machine;
  readonly capture: CachedCapture;
  readonly summaries: readonly Summary[];
  readonly goals: readonly GoalOutcome[];
}

/** The report as Markdown, which reads well enough in a terminal. */
export function reportLines({ startedAt, machine, capture, summaries, goals }: SealReport): string[] {
  const sizes = [...new Set(summaries.map(({ result }) => result.megabytes))];
  return [
    `Measured ${startedAt.slice(0, 10)} on ${machineLine(machine)}.`,
    `Generated captures (${capture.profile}, ${capture.formatting}, seed ${capture.seed}); MB are 10^6 bytes; medians of fresh processes in alternating order.`,
    'Sealing is from file to file; reading back and opening let what comes out fall. Ratios are speeds against gpg without compression, whose memory is not counted (5 MB).',
    '',
    ...table(
      ['goal', 'measured', ''],
      goals.map(({ goal, measured, isMet }) => [goal, measured, isMet ? 'met' : 'MISSED']),
    ),
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
      ['', 'first, ms', 'MB/s', '× speed of gpg', 'peak RSS', 'every first run, ms'],
      rows.map(({ result, firstMs, firstSpeed, firstRatio, peakRssBytes }) => [
        result.label,
        known(firstMs, 0),
        known(firstSpeed, 0),
        known(firstRatio, 2),
        Number.isNaN(peakRssBytes) ? '–' : inMegabytes(peakRssBytes),
        result.measurements.map(({ firstMs }) => firstMs.toFixed(0)).join(' '),
      ]),
    ),
    ...(remarks.length === 0 ? [] : ['', ...remarks]),
  ];
}
