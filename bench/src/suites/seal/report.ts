import { type ContestReport, contestLines } from '../../measure/contest-report.ts';

/** The report as Markdown. */
export function reportLines(report: ContestReport): string[] {
  return contestLines(report, {
    about:
      'Sealing is from file to file; reading back and opening let what comes out fall. Ratios are speeds against gpg without compression, whose memory is not counted (5 MB).',
    ratios: { '× speed of gpg': ({ firstRatio }) => firstRatio },
  });
}
