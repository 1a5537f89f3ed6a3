import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { keepFigures } from '../../goals/keep-figures.ts';
import { machine } from '../../measure/machine.ts';
import { replaceSection } from '../../measure/markdown-section.ts';
import { benchmarksDocument, keepResults } from '../../measure/results-file.ts';
import { carriers } from '../../redaction/carrier-table.ts';
import { growContest } from '../../redaction/contest-capture.ts';
import { contestants } from '../../redaction/contestants.ts';
import { judge } from '../../redaction/judge.ts';
import { scoreOf } from '../../redaction/score.ts';
import { numberOf, type Suite } from '../suite.ts';
import { redactionFigures } from './figures.ts';
import { type ContestRun, reportLines } from './report.ts';

/** What sanitizers remove, and what they leave for a diagnosis. */
export const redactionSuite: Suite = {
  name: 'redaction',
  summary:
    'Plants credentials in every place and encoding, and counts what sanitizers remove and what they break.',
  usage: [
    '[--seed 1] [--markdown] [-o <file.har>]',
    '--markdown writes the section of docs/benchmarks.md; -o keeps the planted capture to look at',
  ],
  run: async (words) => {
    const { values } = parseArgs({
      args: [...words],
      options: {
        seed: { type: 'string', default: '1' },
        markdown: { type: 'boolean', default: false },
        out: { type: 'string', short: 'o' },
      },
    });
    const seed = numberOf('--seed', values.seed);
    const startedAt = new Date().toISOString();
    const contest = growContest(seed, carriers);
    if (values.out !== undefined) writeFileSync(values.out, JSON.stringify(contest.har, undefined, 2));
    const runs: ContestRun[] = [];
    for (const { id, label, clean } of contestants) {
      const { har, failed, remark } = await clean(contest.har);
      const verdict = judge(contest, har, failed);
      const score = scoreOf(contest, verdict);
      runs.push({ id, label, score, ...verdict, ...(remark === undefined ? {} : { remark }) });
      process.stderr.write(`  ${label}: ${score.harmonicMean.toFixed(3)}\n`);
    }
    const lines = reportLines(seed, contest, runs);
    process.stdout.write(`${lines.join('\n')}\n`);
    keepResults('redaction', { startedAt, seed, runs: runs.map(withoutNeedles) } as { startedAt: string });
    if (values.markdown)
      replaceSection(benchmarksDocument, 'redaction', ['## What sanitizers remove and keep', '', ...lines]);
    if (values.markdown) keepFigures('redaction', { startedAt, machine: machine() }, redactionFigures(runs));
    const control = runs.find(({ id }) => id === 'untouched');
    const isSound = control?.score.removed.count === 0 && control.lost.length === 0;
    if (!isSound) process.stderr.write('The judge does not find everything in the untouched capture.\n');
    return isSound ? 0 : 1;
  },
};

/** The results file names carriers and facts; values stay out of it, although they are invented. */
function withoutNeedles({ missed, lost, score, ...run }: ContestRun) {
  return {
    ...run,
    removed: score.removed,
    kept: score.kept,
    harmonicMean: score.harmonicMean,
    removedByClass: Object.fromEntries(score.removedByClass),
    keptByClass: Object.fromEntries(score.keptByClass),
    missed: missed.map(({ class: group, carrier, entry }) => ({ class: group, carrier, entry })),
    lost: lost.map(({ class: group, what }) => ({ class: group, what })),
  };
}
