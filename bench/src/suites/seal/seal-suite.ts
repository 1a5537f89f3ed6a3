import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { cachedCapture } from '../../generate/capture-file.ts';
import { keepFigures } from '../../goals/keep-figures.ts';
import { compare } from '../../measure/compare.ts';
import { captureUsage, contestOf, contestOptions } from '../../measure/contest-options.ts';
import type { ContestReport } from '../../measure/contest-report.ts';
import { machine } from '../../measure/machine.ts';
import { replaceSection } from '../../measure/markdown-section.ts';
import { benchmarksDocument, keepResults } from '../../measure/results-file.ts';
import { summarize } from '../../measure/summary.ts';
import type { Suite } from '../suite.ts';
import { judge } from './goals.ts';
import { reportLines } from './report.ts';
import { makeKeys, sealedBeside, variants } from './variants.ts';

const measureOnce = fileURLToPath(new URL('./measure-once.js', import.meta.url));

/** How fast a HAR is sealed, read back and opened, and in how much memory, against the gpg of this machine. */
export const sealSuite: Suite = {
  name: 'seal',
  summary: 'Measures sealing from file to file against gpg, and what reading back and opening take.',
  usage: [
    '[--sizes 10,100,1000] [--rounds 5] [--time-limit 900] [--markdown]',
    captureUsage,
    '--time-limit stops a run after so many seconds; --markdown writes the section of docs/benchmarks.md',
  ],
  run: async (words) => {
    const { values } = parseArgs({
      args: [...words],
      options: {
        ...contestOptions,
        'time-limit': { type: 'string', default: '900' },
      },
    });
    const contest = contestOf(values);
    const { capture } = contest;
    const startedAt = new Date().toISOString();
    const before = machine();
    const keys = await makeKeys();
    process.env.HARRIER_BENCH_KEYS = keys.folder;
    const results = await compare({ ...contest, variants, program: measureOnce }).finally(keys.remove);
    for (const read of new Set(results.map(({ readMegabytes }) => readMegabytes)))
      rmSync(sealedBeside(cachedCapture(read, capture)), { force: true });
    const summaries = summarize(results, 'gpg-stored');
    const report: ContestReport = {
      startedAt,
      machine: before,
      capture,
      summaries,
      goals: judge(summaries),
    };
    const lines = reportLines(report);
    process.stdout.write(`${lines.join('\n')}\n`);
    keepResults('seal', report);
    if (values.markdown) replaceSection(benchmarksDocument, 'seal', ['## Sealing an original', '', ...lines]);
    if (values.markdown) keepFigures('seal', report, report.goals);
    const ours = summaries.filter(({ result }) => result.variant.startsWith('harrier'));
    const isMeasured = ours.every(({ result }) => result.measurements.length > 0);
    return isMeasured && report.goals.every(({ isMet }) => isMet) ? 0 : 1;
  },
};
