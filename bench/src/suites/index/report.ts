import type { CachedCapture } from '../../generate/capture-file.ts';
import { type Machine, machineLine } from '../../measure/machine.ts';
import { inMegabytes, known, table } from '../../measure/markdown-table.ts';
import type { Summary } from '../../measure/summary.ts';
import type { Change } from './change.ts';
import type { GoalOutcome } from './goals.ts';
import type { TableRun } from './table-memory.ts';

/** Everything one run of the suite found out. */
export interface IndexReport {
  readonly startedAt: string;
  readonly machine: Machine;
  readonly capture: CachedCapture;
  readonly summaries: readonly Summary[];
  readonly tables: readonly TableRun[];
  readonly goals: readonly GoalOutcome[];
  readonly base?: { readonly commit: string; readonly changes: readonly Change[] };
}

/** The report as Markdown, which reads well enough in a terminal. */
export function reportLines(report: IndexReport): string[] {
  const { profile, formatting, seed } = report.capture;
  const sizes = [...new Set(report.summaries.map(({ result }) => result.megabytes))];
  return [
    `Measured ${report.startedAt.slice(0, 10)} on ${machineLine(report.machine)}.`,
    `Generated captures (${profile}, ${formatting}, seed ${seed}); MB are 10^6 bytes; medians of fresh processes in alternating order.`,
    '"Again" is the same work repeated in the same process; ratios are speeds against JSON.parse of the decoded string.',
    '',
    ...table(
      ['goal', 'measured', ''],
      report.goals.map(({ goal, measured, isMet }) => [goal, measured, isMet ? 'met' : 'MISSED']),
    ),
    ...sizes.flatMap((megabytes) => [
      '',
      `### ${megabytes} MB`,
      '',
      ...sizeTable(report.summaries, megabytes),
    ]),
    ...(report.base === undefined
      ? []
      : ['', `### Against ${report.base.commit}`, '', ...changeTable(report.base.changes)]),
    ...(report.tables.length === 0 ? [] : ['', '### `harrier table`', '', ...tableTable(report.tables)]),
  ];
}

function sizeTable(summaries: readonly Summary[], megabytes: number): string[] {
  const rows = summaries.filter(({ result }) => result.megabytes === megabytes);
  const remarks = rows.flatMap(({ result }) =>
    result.remark === undefined ? [] : [`${result.label}: ${result.remark}.`],
  );
  return [
    ...table(
      ['', 'first, ms', 'MB/s', '× JSON.parse', 'again, ×', 'peak RSS', 'every first run, ms'],
      rows.map(({ result, firstMs, firstSpeed, firstRatio, againRatio, peakRssBytes }) => [
        result.label,
        known(firstMs, 1),
        known(firstSpeed, 0),
        known(firstRatio, 2),
        known(againRatio, 2),
        Number.isNaN(peakRssBytes) ? '–' : inMegabytes(peakRssBytes),
        result.measurements.map(({ firstMs }) => firstMs.toFixed(0)).join(' '),
      ]),
    ),
    ...(remarks.length === 0 ? [] : ['', ...remarks]),
  ];
}

function tableTable(runs: readonly TableRun[]): string[] {
  return table(
    ['file', 'wall, ms', 'peak RSS', 'every run, MB'],
    runs.map(({ megabytes, medianWallMs, medianPeakRssBytes, peakRssBytes, trouble }) => [
      `${megabytes} MB`,
      trouble ?? known(medianWallMs, 0),
      Number.isNaN(medianPeakRssBytes) ? '–' : inMegabytes(medianPeakRssBytes),
      peakRssBytes.map((bytes) => (bytes / 1e6).toFixed(0)).join(' '),
    ]),
  );
}

function changeTable(changes: readonly Change[]): string[] {
  return table(
    ['', 'time', 'peak RSS', ''],
    changes.map(({ label, megabytes, timeRatio, memoryRatio, verdict }) => [
      `${label}, ${megabytes} MB`,
      `${known(timeRatio, 2)} ×`,
      `${known(memoryRatio, 2)} ×`,
      verdict,
    ]),
  );
}
