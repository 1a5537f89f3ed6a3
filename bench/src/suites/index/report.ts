import { type ContestReport, contestLines } from '../../measure/contest-report.ts';
import { inMegabytes, known, table } from '../../measure/markdown-table.ts';
import type { Change } from './change.ts';
import { type OpeningRun, openingTable } from './opening.ts';
import type { TableRun } from './table-memory.ts';

/** Everything one run of the suite found out. */
export interface IndexReport extends ContestReport {
  readonly tables: readonly TableRun[];
  readonly openings: readonly OpeningRun[];
  readonly base?: { readonly commit: string; readonly changes: readonly Change[] };
}

/** The report as Markdown. */
export function reportLines(report: IndexReport): string[] {
  return [
    ...contestLines(report, {
      about:
        '"Again" is the same work repeated in the same process; ratios are speeds against JSON.parse of the decoded string.',
      ratios: {
        '× JSON.parse': ({ firstRatio }) => firstRatio,
        'again, ×': ({ againRatio }) => againRatio,
      },
      msDigits: 1,
    }),
    ...(report.base === undefined
      ? []
      : ['', `### Against ${report.base.commit}`, '', ...changeTable(report.base.changes)]),
    ...(report.tables.length === 0 ? [] : ['', '### `harrier table`', '', ...tableTable(report.tables)]),
    '',
    '### Opening one entry or body',
    '',
    ...openingTable(report.openings),
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
