import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { cachedCapture } from '../../generate/capture-file.ts';
import { formattings } from '../../generate/formatting.ts';
import { profileNames } from '../../generate/profile.ts';
import { keepFigures } from '../../goals/keep-figures.ts';
import { compare } from '../../measure/compare.ts';
import { machine } from '../../measure/machine.ts';
import { replaceSection } from '../../measure/markdown-section.ts';
import { benchmarksDocument, keepResults } from '../../measure/results-file.ts';
import { summarize } from '../../measure/summary.ts';
import { numberOf, numbersOf, oneOf, type Suite } from '../suite.ts';
import { judge } from './goals.ts';
import { reportLines, type SealReport } from './report.ts';
import { makeKeys, sealedBeside, variants } from './variants.ts';

const measureOnce = fileURLToPath(new URL('./measure-once.js', import.meta.url));

/** How fast a HAR is sealed, read back and opened, and in how much memory, against the gpg of this machine. */
export const sealSuite: Suite = {
  name: 'seal',
  summary: 'Measures sealing from file to file against gpg, and what reading back and opening take.',
  usage: [
    '[--sizes 10,100,1000] [--rounds 5] [--time-limit 900] [--markdown]',
    `[--seed 1] [--profile ${profileNames.join('|')}] [--formatting ${formattings.join('|')}]`,
    '--time-limit stops a run after so many seconds; --markdown writes the section of docs/benchmarks.md',
  ],
  run: async (words) => {
    const { values } = parseArgs({
      args: [...words],
      options: {
        sizes: { type: 'string', default: '10,100,1000' },
        rounds: { type: 'string', default: '5' },
        seed: { type: 'string', default: '1' },
        profile: { type: 'string', default: 'portal' },
        formatting: { type: 'string', default: 'pretty' },
        'time-limit': { type: 'string', default: '900' },
        markdown: { type: 'boolean', default: false },
      },
    });
    const capture = {
      seed: numberOf('--seed', values.seed),
      profile: oneOf('--profile', values.profile, profileNames),
      formatting: oneOf('--formatting', values.formatting, formattings),
    };
    const megabytes = numbersOf('--sizes', values.sizes);
    const startedAt = new Date().toISOString();
    const before = machine();
    const keys = await makeKeys();
    process.env.HARRIER_BENCH_KEYS = keys.folder;
    const results = await compare({
      megabytes,
      rounds: numberOf('--rounds', values.rounds),
      capture,
      variants,
      program: measureOnce,
      timeoutMs: numberOf('--time-limit', values['time-limit']) * 1000,
      say: (line) => process.stderr.write(`${line}\n`),
    }).finally(keys.remove);
    for (const read of new Set(results.map(({ readMegabytes }) => readMegabytes)))
      rmSync(sealedBeside(cachedCapture(read, capture)), { force: true });
    const summaries = summarize(results, 'gpg-stored');
    const report: SealReport = {
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
