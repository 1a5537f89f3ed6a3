import { type ContestReport, contestLines, sizesOf } from '../../measure/contest-report.ts';
import { judge } from './goals.ts';

/** What was found out about captures of one size: such a part stands by itself, whatever sizes the next run has. */
export interface SizeReport {
  readonly megabytes: number;
  readonly report: ContestReport;
}

/** The report taken apart by size. */
export function bySize(report: ContestReport): SizeReport[] {
  return sizesOf(report.summaries).map((megabytes) => {
    const summaries = report.summaries.filter(({ result }) => result.megabytes === megabytes);
    return { megabytes, report: { ...report, summaries, goals: judge(summaries) } };
  });
}

/** The report as Markdown. */
export function reportLines(report: ContestReport): string[] {
  return contestLines(report, {
    about:
      'Times are from file to file, on one thread where nothing else is said, except of JSON.parse, whose string is read and decoded before; ratios are times against it.',
    ratios: { '× time of JSON.parse': ({ firstRatio }) => 1 / firstRatio },
  });
}
