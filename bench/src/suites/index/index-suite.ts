import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { keepFigures } from '../../goals/keep-figures.ts';
import { buildBase, findCommit } from '../../measure/base-build.ts';
import { compare } from '../../measure/compare.ts';
import { captureUsage, contestOf, contestOptions } from '../../measure/contest-options.ts';
import { machine } from '../../measure/machine.ts';
import { replaceSection } from '../../measure/markdown-section.ts';
import { benchmarksDocument, keepResults } from '../../measure/results-file.ts';
import { summarize } from '../../measure/summary.ts';
import { type Suite, UsageError } from '../suite.ts';
import { changesSinceBase } from './change.ts';
import { judge } from './goals.ts';
import { judgeOpening, measureOpening, type OpeningRun } from './opening.ts';
import { type IndexReport, reportLines } from './report.ts';
import { measureTable, type TableRun } from './table-memory.ts';
import { variantsWith } from './variants.ts';

// Seen from `bench/dist/suites/index`.
const measureOnce = fileURLToPath(new URL('./measure-once.js', import.meta.url));
/** Memory of the command does not vary from run to run as time does. */
const tableRounds = 3;
/** A round opens hundreds of entries and bodies: few rounds are enough. */
const openingRounds = 3;

/** How fast a HAR is indexed, and in how much memory, against JSON.parse and streaming parsers. */
export const indexSuite: Suite = {
  name: 'index',
  summary:
    'Measures indexing against JSON.parse, @streamparser/json and stream-json, the memory of `harrier table`, and how long opening one entry or body takes.',
  usage: [
    '[--sizes 10,100,1000] [--rounds 5] [--time-limit 120] [--no-table] [--markdown] [--base <commit>]',
    captureUsage,
    '--time-limit stops a run after so many seconds; --markdown writes the section of docs/benchmarks.md;',
    '--base measures the engines of another commit in the same run and fails where ours are 1.5 times as slow',
  ],
  run: async (words) => {
    const { values } = parseArgs({
      args: [...words],
      options: {
        ...contestOptions,
        base: { type: 'string' },
        'time-limit': { type: 'string', default: '120' },
        'no-table': { type: 'boolean', default: false },
      },
    });
    const base = values.base === undefined ? undefined : buildBase(commitOf(values.base));
    const options = {
      ...contestOf(values),
      variants: variantsWith(base?.folder),
      program: measureOnce,
      programArguments: base === undefined ? [] : [base.folder],
    };
    const startedAt = new Date().toISOString();
    const before = machine();
    const summaries = summarize(await compare(options));
    const tables: TableRun[] = [];
    if (!values['no-table'])
      for (const megabytes of options.megabytes)
        tables.push(
          await measureTable(megabytes, { ...options, rounds: Math.min(tableRounds, options.rounds) }),
        );
    const openings: OpeningRun[] = [];
    for (const megabytes of options.megabytes)
      openings.push(
        await measureOpening(megabytes, { ...options, rounds: Math.min(openingRounds, options.rounds) }),
      );
    const report: IndexReport = {
      startedAt,
      machine: before,
      capture: options.capture,
      summaries,
      tables,
      openings,
      goals: [...judge(summaries, tables), ...judgeOpening(openings)],
      ...(base === undefined ? {} : { base: { commit: base.commit, changes: changesSinceBase(summaries) } }),
    };
    const lines = reportLines(report);
    process.stdout.write(`${lines.join('\n')}\n`);
    keepResults('index', report);
    if (values.markdown) replaceSection(benchmarksDocument, 'index', ['## Indexing a capture', '', ...lines]);
    if (values.markdown) keepFigures('index', report, report.goals);
    const isWhole = summaries.every(({ result }) => result.measurements.length > 0);
    const isMuchSlower = report.base?.changes.some(({ verdict }) => verdict === 'MUCH SLOWER') ?? false;
    return isWhole && !isMuchSlower ? 0 : 1;
  },
};

function commitOf(reference: string): string {
  const commit = findCommit(reference);
  if (commit === undefined) throw new UsageError(`git knows no commit "${reference}".`);
  return commit;
}
