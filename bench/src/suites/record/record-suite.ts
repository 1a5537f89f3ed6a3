import { parseArgs } from 'node:util';
import { keepFigures } from '../../goals/keep-figures.ts';
import { machine, machineLine } from '../../measure/machine.ts';
import { replaceSection } from '../../measure/markdown-section.ts';
import { median } from '../../measure/median.ts';
import { benchmarksDocument, keepResults } from '../../measure/results-file.ts';
import { numberOf, type Suite } from '../suite.ts';
import { type Load, measureLoad, type Watcher } from './measure-load.ts';
import { openPageSite } from './page-site.ts';

/** What recording may cost a page. */
const GOAL_RATIO = 1.05;

const watchers: readonly Watcher[] = ['nobody', 'bare', 'recorder'];
const rowNames: Readonly<Record<Watcher, string>> = {
  nobody: 'alone',
  bare: '`Network.enable` alone, and nobody reads what comes',
  recorder: 'recorded',
};

/**
 * What being recorded costs a page: its load time with `harrier record` and without, in fresh browsers by turns; and what the browser itself takes
 * for telling anybody of requests, which is no recorder's to save.
 */
export const recordSuite: Suite = {
  name: 'record',
  summary: 'Measures how much longer a page takes to load while harrier record watches it.',
  usage: ['[--requests 1000] [--rounds 7] [--markdown]', '--markdown writes docs/benchmarks.md'],
  run: async (words) => {
    const { values } = parseArgs({
      args: [...words],
      options: {
        requests: { type: 'string', default: '1000' },
        rounds: { type: 'string', default: '7' },
        markdown: { type: 'boolean', default: false },
      },
    });
    const requests = numberOf('--requests', values.requests);
    const rounds = numberOf('--rounds', values.rounds);
    const startedAt = new Date().toISOString();
    const before = machine();
    const runs: Record<Watcher, Load[]> = { nobody: [], bare: [], recorder: [] };
    const site = await openPageSite(requests);
    try {
      for (let round = 0; round < rounds; round++) {
        // Whoever comes first differs, so that a machine that gets slower favours nobody.
        const order = round % 2 === 0 ? watchers : watchers.toReversed();
        for (const watcher of order) runs[watcher].push(await measureLoad(site, watcher));
        const told = watchers.map((watcher) => `${watcher} ${toldLoad(runs[watcher].at(-1))}`);
        process.stderr.write(`  round ${round + 1}: ${told.join(', ')}\n`);
      }
    } finally {
      site.close();
    }
    const ratioOf = (read: (load: Load) => number, over: Watcher, watcher: Watcher = 'recorder') =>
      median(runs[watcher].map(read)) / median(runs[over].map(read));
    const loadOf = ({ loadMs }: Load) => loadMs;
    const cpuOf = ({ browserCpuMs }: Load) => browserCpuMs;
    const [ratio, cpuRatio] = [ratioOf(loadOf, 'nobody'), ratioOf(cpuOf, 'nobody')];
    const [bareRatio, bareCpuRatio] = [ratioOf(loadOf, 'nobody', 'bare'), ratioOf(cpuOf, 'nobody', 'bare')];
    const [ownRatio, ownCpuRatio] = [ratioOf(loadOf, 'bare'), ratioOf(cpuOf, 'bare')];
    const lines = [
      machineLine(before),
      '',
      `| a page of ${requests} requests | load time, median | processor time of the browser, median | of the recorder | each load |`,
      '|---|---:|---:|---:|---|',
      ...watchers.map((watcher) => row(rowNames[watcher], runs[watcher])),
      '',
      `Recording adds ${percent(ratio)} to the load time (goal: ${percent(GOAL_RATIO)}) and ${percent(cpuRatio)} to the browser’s processor time.`,
      `\`Network.enable\` alone adds ${percent(bareRatio)} and ${percent(bareCpuRatio)}; what we add to that is ${percent(ownRatio)} and ${percent(ownCpuRatio)}.`,
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
    const ratios = { ratio, cpuRatio, bareRatio, bareCpuRatio, ownRatio, ownCpuRatio };
    const report = { startedAt, machine: before, requests, runs, ...ratios };
    keepResults('record', report);
    if (values.markdown)
      replaceSection(benchmarksDocument, 'record', ['## What recording costs a page', '', ...lines]);
    if (values.markdown)
      keepFigures('record', report, [
        {
          goal: `a page of ${requests} requests: at most ${percent(GOAL_RATIO)} more load time`,
          measured: percent(ratio),
          isMet: ratio <= GOAL_RATIO,
        },
        {
          goal: `a page of ${requests} requests: at most ${percent(GOAL_RATIO)} more than the browser itself takes to tell of them`,
          measured: percent(ownRatio),
          isMet: ownRatio <= GOAL_RATIO,
        },
      ]);
    return ratio <= GOAL_RATIO ? 0 : 1;
  },
};

function row(name: string, runs: readonly Load[]): string {
  const load = median(runs.map(({ loadMs }) => loadMs));
  const cpu = median(runs.map(({ browserCpuMs }) => browserCpuMs));
  const own = median(runs.map(({ recorderCpuMs }) => recorderCpuMs));
  return `| ${name} | ${shown(load)} | ${shown(cpu)} | ${shown(own)} | ${runs.map(({ loadMs }) => shown(loadMs)).join(', ')} |`;
}

function toldLoad(load: Load | undefined): string {
  return load === undefined
    ? '–'
    : `${shown(load.loadMs)} (processor ${shown(load.browserCpuMs)} + ${shown(load.recorderCpuMs)})`;
}

function shown(ms: number): string {
  return `${Math.round(ms)} ms`;
}

function percent(ratio: number): string {
  return `${((ratio - 1) * 100).toFixed(1)} %`;
}
