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
import { removeOutput } from './output-file.ts';
import { bySize, reportLines } from './report.ts';
import { variants } from './variants.ts';

const measureOnce = fileURLToPath(new URL('./measure-once.js', import.meta.url));

/** How fast a HAR is sanitized, and in how much memory, against parsing alone and the one rival on npm. */
export const sanitizeSuite: Suite = {
  name: 'sanitize',
  summary:
    'Measures sanitizing from file to file against JSON.parse, JSON.parse and JSON.stringify, and har-sanitizer.',
  usage: [
    '[--sizes 10,100,1000] [--rounds 5] [--time-limit 900] [--markdown]',
    captureUsage,
    '--time-limit stops a run after so many seconds; --markdown writes the sections of these sizes in docs/benchmarks.md',
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
    const results = await compare({ ...contest, variants, program: measureOnce });
    for (const read of new Set(results.map(({ readMegabytes }) => readMegabytes)))
      removeOutput(cachedCapture(read, capture));
    const summaries = summarize(results);
    const report: ContestReport = {
      startedAt,
      machine: before,
      capture,
      summaries,
      goals: judge(summaries),
    };
    const lines = reportLines(report);
    process.stdout.write(`${lines.join('\n')}\n`);
    keepResults('sanitize', report);
    if (values.markdown)
      for (const { megabytes, report: part } of bySize(report))
        replaceSection(benchmarksDocument, `sanitize-${megabytes}`, [
          `## Sanitizing a capture of ${megabytes} MB`,
          '',
          ...reportLines(part),
        ]);
    if (values.markdown) keepFigures('sanitize', report, report.goals);
    const ours = summaries.filter(({ result }) => result.variant.startsWith('harrier'));
    return ours.every(({ result }) => result.measurements.length > 0) ? 0 : 1;
  },
};
