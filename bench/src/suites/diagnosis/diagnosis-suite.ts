import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readRecordingRun } from '@harrier/lab';
import { examineLab } from '../../diagnosis/examine.ts';
import type { Judged } from '../../diagnosis/score.ts';
import { keepFigures } from '../../goals/keep-figures.ts';
import { machine } from '../../measure/machine.ts';
import { replaceSection } from '../../measure/markdown-section.ts';
import { benchmarksDocument, keepResults } from '../../measure/results-file.ts';
import { type Suite, UsageError } from '../suite.ts';
import { diagnosisFigures } from './figures.ts';
import { recordingFigures } from './recording-figure.ts';
import { reportLines } from './report.ts';

// Seen from `bench/dist/suites/diagnosis`: what the lab recorded here, else the selection that is committed.
const folders = ['../../../../.cache/lab', '../../../../fixtures/lab'].map((folder) =>
  fileURLToPath(new URL(folder, import.meta.url)),
);

/** What a capture tells by itself, against what is known to be wrong in it. */
export const diagnosisSuite: Suite = {
  name: 'diagnosis',
  summary: 'Analyses the captures of the lab and counts what was found, missed and made up.',
  usage: [
    '[--from <folder>] [--misses] [--markdown]',
    '--from: default .cache/lab (`npm run lab`), else fixtures/lab; --misses names what was missed in the set',
    'develop; --markdown writes the section of docs/benchmarks.md',
  ],
  run: async (words) => {
    const { values } = parseArgs({
      args: [...words],
      options: {
        from: { type: 'string' },
        misses: { type: 'boolean', default: false },
        markdown: { type: 'boolean', default: false },
      },
    });
    const root = values.from ?? folders.find(existsSync);
    if (root === undefined || !existsSync(root))
      throw new UsageError('There are no captures to look at; `npm run lab` records them.');
    const startedAt = new Date().toISOString();
    const judged: Judged[] = [];
    for await (const one of examineLab(root)) judged.push(one);
    const lines = reportLines(judged);
    process.stdout.write(`${lines.join('\n')}\n`);
    if (values.misses) process.stdout.write(`${missLines(judged).join('\n')}\n`);
    keepResults('diagnosis', { startedAt, root, judged } as { startedAt: string });
    if (values.markdown)
      replaceSection(benchmarksDocument, 'diagnosis', ['## What a capture tells by itself', '', ...lines]);
    if (values.markdown)
      keepFigures('diagnosis', { startedAt, machine: machine() }, [
        ...diagnosisFigures(judged),
        ...recordingFigures(readRecordingRun(root)),
      ]);
    return 0;
  },
};

/** What to work on. The set that is only measured stays closed. */
function missLines(judged: readonly Judged[]): string[] {
  return judged
    .filter(({ set }) => set === 'develop')
    .flatMap(({ scenario, dialect, verdict: { expected, claimed, falseErrors = 0 } }) => {
      const missed = expected.filter(({ found }) => !found).map(({ finding }) => finding);
      const wrong = claimed.filter(({ right }) => !right).map(({ name }) => name);
      if (missed.length + wrong.length + falseErrors === 0) return [];
      return [`${scenario} ${dialect}: missed [${missed.join(' ')}] wrong [${wrong.join(' ')}]`];
    });
}
