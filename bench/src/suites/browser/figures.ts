import type { Figure } from '../../goals/figure.ts';
import { median, p95 } from '../../measure/median.ts';
import type { DevToolsRun } from './measure-devtools.ts';
import type { ScrollingRun, WorkbenchRun } from './measure-workbench.ts';

/** A file as both opened it. */
interface OpenedFile {
  readonly name: string;
  readonly workbench: readonly WorkbenchRun[];
  readonly devTools: readonly DevToolsRun[];
}

interface Limit {
  readonly what: string;
  readonly unit: string;
  readonly most: (run: WorkbenchRun, name: string) => number;
  readonly ours: (run: WorkbenchRun) => number;
  readonly theirs?: (run: DevToolsRun) => number;
  /** What the browser does without us, in the same run. */
  readonly without?: readonly (readonly [what: string, read: (run: WorkbenchRun) => number])[];
}

const longest = (tasks: readonly number[]): number => Math.max(0, ...tasks);

const limits: readonly Limit[] = [
  // A large file shows its first rows at once; of many small requests, reading the first takes longer.
  {
    what: 'first rows',
    unit: 'ms',
    most: (_, name) => (name.endsWith('MB') ? 100 : 500),
    ours: (run) => run.firstRowsMs,
  },
  {
    what: 'all rows',
    unit: 'ms',
    most: () => 5000,
    ours: (run) => run.allRowsMs,
    theirs: (run) => run.rowsMs,
  },
  {
    what: 'all rows against merely reading the file',
    unit: '×',
    most: () => 1.25,
    ours: (run) => run.allRowsMs / run.readFileMs,
  },
  {
    what: 'filter to painted, p95',
    unit: 'ms',
    most: () => 50,
    ours: (run) => p95(run.filterMs),
    theirs: (run) => p95(run.filterMs),
  },
  {
    what: 'frame while scrolling, p95',
    unit: 'ms',
    most: () => 16.7,
    ours: (run) => p95(run.frameMs),
    without: [
      ['page at rest', (run) => p95(run.restFrameMs)],
      ['plain rows', (run) => p95(run.plainFrameMs)],
    ],
  },
  {
    what: 'waterfall of the whole capture, counted and drawn',
    unit: 'ms',
    most: () => 16,
    ours: (run) => median(run.mapMs),
  },
  { what: 'row to details, p95', unit: 'ms', most: () => 50, ours: (run) => p95(run.detailsMs) },
  { what: 'search, first hit', unit: 'ms', most: () => 300, ours: (run) => run.searchFirstMs },
  { what: 'search, complete', unit: 'ms', most: () => 4000, ours: (run) => run.searchDoneMs },
  {
    what: 'longest task, loading',
    unit: 'ms',
    most: () => 50,
    ours: (run) => longest(run.longTasksMs.loading),
    theirs: (run) => longest(run.longTasksMs),
  },
  {
    what: 'longest task, filtering',
    unit: 'ms',
    most: () => 50,
    ours: (run) => longest(run.longTasksMs.filtering),
  },
  {
    what: 'longest task, scrolling',
    unit: 'ms',
    most: () => 50,
    ours: (run) => longest(run.longTasksMs.scrolling),
  },
  {
    what: 'longest task, searching',
    unit: 'ms',
    most: () => 50,
    ours: (run) => longest(run.longTasksMs.searching),
  },
  {
    what: 'heap of the page',
    unit: 'MB',
    most: (_, name) => mostHeapMegabytes(name),
    ours: (run) => run.heapBytes / 1e6,
    theirs: (run) => run.heapBytes / 1e6,
  },
  { what: 'renderer’s growth', unit: 'MB', most: () => 300, ours: (run) => run.grownRendererBytes / 1e6 },
  { what: 'elements of the page', unit: '', most: () => 2500, ours: (run) => run.nodes },
];

/** 150 MB, and 0.6 KB for each entry where the file is named for how many it has. */
function mostHeapMegabytes(name: string): number {
  return 150 + (name.includes('requests') ? Number.parseInt(name, 10) * 0.0006 : 0);
}

/** Every goal of a file, judged by medians, beside DevTools where it can do the same. */
export function browserFigures({ name, workbench, devTools }: OpenedFile): Figure[] {
  const [first] = workbench;
  if (first === undefined) return [];
  return limits.map(({ what, unit, most, ours, theirs, without }) => {
    const value = median(workbench.map(ours));
    const limit = most(first, name);
    const peer = theirs === undefined || devTools.length === 0 ? undefined : median(devTools.map(theirs));
    const shown = (number: number): string =>
      `${number.toFixed(unit === '×' || number < 10 ? 1 : 0)} ${unit}`.trim();
    return {
      goal: `${name}: ${what}: at most ${limit} ${unit}`.trim(),
      measured: shown(value),
      ...(peer === undefined
        ? {}
        : { peer: `DevTools ${Number.isFinite(peer) ? shown(peer) : 'did not end'}` }),
      ...(without === undefined
        ? {}
        : {
            peer: without.map(([name, read]) => `${name} ${shown(median(workbench.map(read)))}`).join(', '),
          }),
      isMet: value <= limit,
    };
  });
}

/** Scrolling a capture of so many rows: script of the page's thread in a frame. */
export function scrollingFigure(rows: number, runs: readonly ScrollingRun[]): Figure {
  const ms = median(runs.map(({ frameScriptMs }) => frameScriptMs));
  const name = rows === 1_000_000 ? 'a million rows' : `${rows} rows`;
  return {
    goal: `scrolling ${name}: at most 4 ms of script a frame`,
    measured: `${ms.toFixed(1)} ms`,
    isMet: ms <= 4,
  };
}
