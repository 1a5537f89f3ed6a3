import { parseArgs } from 'node:util';
import { cachedCapture, cachedEntries } from '../../generate/capture-file.ts';
import { keepFigures } from '../../goals/keep-figures.ts';
import { machine, machineLine } from '../../measure/machine.ts';
import { replaceSection } from '../../measure/markdown-section.ts';
import { median, p95 } from '../../measure/median.ts';
import { benchmarksDocument, keepResults } from '../../measure/results-file.ts';
import { numberOf, type Suite } from '../suite.ts';
import { browserFigures, scrollingFigure } from './figures.ts';
import { manyRows } from './many-rows.ts';
import { type DevToolsRun, measureDevTools } from './measure-devtools.ts';
import {
  measureScrolling,
  measureWorkbench,
  type ScrollingRun,
  type WorkbenchRun,
} from './measure-workbench.ts';

/** One file, with everything that was measured on it. */
interface FileReport {
  readonly name: string;
  readonly workbench: readonly WorkbenchRun[];
  readonly devTools: readonly DevToolsRun[];
}

/** The workbench in a real Chromium, and DevTools' import of the same file beside it. */
export const browserSuite: Suite = {
  name: 'browser',
  summary:
    'Measures the workbench in Chromium against DevTools’ own import: opening, filtering, scrolling, searching.',
  usage: [
    '[--entries 100000] [--mb 1000] [--rows 1000000] [--rounds 1] [--no-devtools] [--markdown]',
    '--entries makes a capture of small requests, --mb one of large ones, --rows one that is only scrolled; --markdown writes docs/benchmarks.md',
  ],
  run: async (words) => {
    const { values } = parseArgs({
      args: [...words],
      options: {
        entries: { type: 'string', default: '100000' },
        mb: { type: 'string', default: '1000' },
        rows: { type: 'string', default: '1000000' },
        rounds: { type: 'string', default: '1' },
        'no-devtools': { type: 'boolean', default: false },
        markdown: { type: 'boolean', default: false },
      },
    });
    const entries = numberOf('--entries', values.entries);
    const megabytes = numberOf('--mb', values.mb);
    const rows = numberOf('--rows', values.rows);
    const rounds = numberOf('--rounds', values.rounds);
    const startedAt = new Date().toISOString();
    const before = machine();
    const files = [
      {
        name: `${entries} small requests`,
        path: cachedEntries(entries, { seed: 1, profile: 'small', formatting: 'pretty' }),
      },
      {
        name: `${megabytes} MB`,
        path: cachedCapture(megabytes, { seed: 1, profile: 'portal', formatting: 'pretty' }),
      },
    ];
    const reports: FileReport[] = [];
    for (const { name, path } of files) {
      const workbench: WorkbenchRun[] = [];
      const devTools: DevToolsRun[] = [];
      for (let round = 0; round < rounds; round++) {
        process.stderr.write(`  ${name}, round ${round + 1}\n`);
        workbench.push(await measureWorkbench(path));
        if (!values['no-devtools']) devTools.push(await measureDevTools(path));
      }
      reports.push({ name, workbench, devTools });
      // A long run that is broken off has said something.
      process.stderr.write(`${linesOf({ name, workbench, devTools }).join('\n')}\n`);
    }
    process.stderr.write(`  ${rows} rows\n`);
    const scrolling: ScrollingRun[] = [];
    for (let round = 0; round < rounds; round++) scrolling.push(await measureScrolling(manyRows(rows)));
    const lines = [
      machineLine(before),
      '',
      ...reports.flatMap(linesOf),
      ...scrollingLines(`${rows} rows`, scrolling),
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
    const report = { startedAt, machine: before, reports, scrolling };
    keepResults('browser', report);
    if (values.markdown)
      replaceSection(benchmarksDocument, 'browser', ['## The workbench in Chromium', '', ...lines]);
    if (values.markdown)
      keepFigures('browser', report, [...reports.flatMap(browserFigures), scrollingFigure(rows, scrolling)]);
    return 0;
  },
};

function linesOf({ name, workbench, devTools }: FileReport): string[] {
  const ours = (read: (run: WorkbenchRun) => number): number => median(workbench.map(read));
  const theirs = (read: (run: DevToolsRun) => number): string =>
    devTools.length === 0 ? '–' : shown(median(devTools.map(read)));
  const tasks = (runs: readonly (readonly number[])[]): number => Math.max(0, ...runs.flat());
  const rows: readonly (readonly [what: string, goal: string, ours: number, theirs: string])[] = [
    ['first rows, ms', '≤ 500', ours((run) => run.firstRowsMs), '–'],
    ['all rows, ms', '≤ 5000', ours((run) => run.allRowsMs), theirs((run) => run.rowsMs)],
    ['all rows / merely reading the file', '≤ 1.25', ours((run) => run.allRowsMs / run.readFileMs), '–'],
    ['answer, ms', '–', ours((run) => run.answerMs), '–'],
    [
      'filter to painted, p95 ms',
      '≤ 50',
      ours((run) => p95(run.filterMs)),
      theirs((run) => p95(run.filterMs)),
    ],
    ['frame while scrolling, p95 ms', '≤ 16.7', ours((run) => p95(run.frameMs)), '–'],
    ['the same of plain rows without script', '–', ours((run) => p95(run.plainFrameMs)), '–'],
    ['the same where nothing moves', '–', ours((run) => p95(run.restFrameMs)), '–'],
    ['script of a frame while scrolling, ms', '≤ 4', ours((run) => run.frameScriptMs), '–'],
    ['styles and layout of such a frame, ms', '–', ours((run) => run.frameLayoutMs), '–'],
    ['map of the capture, counted and drawn, ms', '≤ 16', ours((run) => median(run.mapMs)), '–'],
    ['row to details, p95 ms', '≤ 50', ours((run) => p95(run.detailsMs)), '–'],
    ['search, first hit, ms', '≤ 300', ours((run) => run.searchFirstMs), '–'],
    ['search, complete, ms', '≤ 4000', ours((run) => run.searchDoneMs), '–'],
    [
      'longest task while loading, ms',
      '≤ 50',
      tasks(workbench.map((run) => run.longTasksMs.loading)),
      theirs((run) => tasks([run.longTasksMs])),
    ],
    [
      'longest task while filtering, ms',
      '≤ 50',
      tasks(workbench.map((run) => run.longTasksMs.filtering)),
      '–',
    ],
    [
      'longest task while scrolling, ms',
      '≤ 50',
      tasks(workbench.map((run) => run.longTasksMs.scrolling)),
      '–',
    ],
    [
      'longest task while searching, ms',
      '≤ 50',
      tasks(workbench.map((run) => run.longTasksMs.searching)),
      '–',
    ],
    [
      'heap of the page, MB',
      '≤ 150 + 0.6 KB an entry',
      ours((run) => run.heapBytes / 1e6),
      theirs((run) => run.heapBytes / 1e6),
    ],
    [
      'renderer’s peak, MB',
      '–',
      ours((run) => run.peakRendererBytes / 1e6),
      theirs((run) => run.peakRendererBytes / 1e6),
    ],
    ['renderer’s growth, MB', '≤ 300', ours((run) => run.grownRendererBytes / 1e6), '–'],
    ['elements of the page', '≤ 2500', ours((run) => run.nodes), '–'],
  ];
  return [
    `### ${name}`,
    '',
    '| | Goal | Workbench | DevTools |',
    '|---|---|---|---|',
    ...rows.map(([what, goal, value, other]) => `| ${what} | ${goal} | ${shown(value)} | ${other} |`),
    '',
  ];
}

function scrollingLines(name: string, runs: readonly ScrollingRun[]): string[] {
  const rows: readonly (readonly [what: string, goal: string, value: number])[] = [
    ['all rows, ms', '–', median(runs.map((run) => run.allRowsMs))],
    ['frame while scrolling, p95 ms', '–', median(runs.map((run) => p95(run.frameMs)))],
    ['script of a frame while scrolling, ms', '≤ 4', median(runs.map((run) => run.frameScriptMs))],
    ['styles and layout of such a frame, ms', '–', median(runs.map((run) => run.frameLayoutMs))],
    ['elements of the page', '≤ 2500', median(runs.map((run) => run.nodes))],
  ];
  return [
    `### ${name}`,
    '',
    '| | Goal | Workbench |',
    '|---|---|---|',
    ...rows.map(([what, goal, value]) => `| ${what} | ${goal} | ${shown(value)} |`),
    '',
  ];
}

function shown(value: number): string {
  return Number.isNaN(value) ? 'did not end' : String(Math.round(value * 10) / 10);
}
