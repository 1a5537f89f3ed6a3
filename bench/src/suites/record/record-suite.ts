import { parseArgs } from 'node:util';
import type { Figure } from '../../goals/figure.ts';
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

/** How long each answer takes: at once, where the processor is all there is to wait for; and as long as somewhere else on a network. */
const NETWORK_ANSWER_MS = '50';

/** What one kind of page took, by who watched. */
interface Condition {
  readonly answerMs: number;
  readonly runs: Readonly<Record<Watcher, readonly Load[]>>;
  /** Recorded over alone: load time, and processor time of the browser. */
  readonly ratio: number;
  readonly cpuRatio: number;
  /** `Network.enable` alone over nobody. */
  readonly bareRatio: number;
  readonly bareCpuRatio: number;
  /** Recorded over `Network.enable` alone. */
  readonly ownRatio: number;
  readonly ownCpuRatio: number;
}

/**
 * What being recorded costs a page: its load time with `harrier record` and without, in fresh browsers by turns; and what the browser itself takes
 * for telling anybody of requests, which is no recorder's to save.
 */
export const recordSuite: Suite = {
  name: 'record',
  summary: 'Measures how much longer a page takes to load while harrier record watches it.',
  usage: [
    `[--requests 1000] [--rounds 7] [--answer-ms ${NETWORK_ANSWER_MS}] [--markdown]`,
    '--answer-ms is how long an answer takes on the network; each page is loaded without that as well',
    '--markdown writes docs/benchmarks.md',
  ],
  run: async (words) => {
    const { values } = parseArgs({
      args: [...words],
      options: {
        requests: { type: 'string', default: '1000' },
        rounds: { type: 'string', default: '7' },
        'answer-ms': { type: 'string', default: NETWORK_ANSWER_MS },
        markdown: { type: 'boolean', default: false },
      },
    });
    const requests = numberOf('--requests', values.requests);
    const rounds = numberOf('--rounds', values.rounds);
    const answerMs = numberOf('--answer-ms', values['answer-ms']);
    const startedAt = new Date().toISOString();
    const before = machine();
    const conditions = [await measure(requests, 0, rounds), await measure(requests, answerMs, rounds)];
    const lines = [machineLine(before), ...conditions.flatMap((condition) => told(requests, condition))];
    process.stdout.write(`${lines.join('\n')}\n`);
    const report = { startedAt, machine: before, requests, conditions };
    keepResults('record', report);
    if (values.markdown) {
      replaceSection(benchmarksDocument, 'record', ['## What recording costs a page', '', ...lines]);
      keepFigures(
        'record',
        report,
        conditions.flatMap((condition) => figures(requests, condition)),
      );
    }
    return conditions.every(({ ratio }) => ratio <= GOAL_RATIO) ? 0 : 1;
  },
};

async function measure(requests: number, answerMs: number, rounds: number): Promise<Condition> {
  const runs: Record<Watcher, Load[]> = { nobody: [], bare: [], recorder: [] };
  const site = await openPageSite(requests, answerMs);
  try {
    for (let round = 0; round < rounds; round++) {
      // Whoever comes first differs, so that a machine that gets slower favours nobody.
      const order = round % 2 === 0 ? watchers : watchers.toReversed();
      for (const watcher of order) runs[watcher].push(await measureLoad(site, watcher));
      const loads = watchers.map((watcher) => `${watcher} ${toldLoad(runs[watcher].at(-1))}`);
      process.stderr.write(`  ${answered(answerMs)}, round ${round + 1}: ${loads.join(', ')}\n`);
    }
  } finally {
    site.close();
  }
  const ratioOf = (read: (load: Load) => number, over: Watcher, watcher: Watcher = 'recorder') =>
    median(runs[watcher].map(read)) / median(runs[over].map(read));
  const loadOf = ({ loadMs }: Load) => loadMs;
  const cpuOf = ({ browserCpuMs }: Load) => browserCpuMs;
  return {
    answerMs,
    runs,
    ratio: ratioOf(loadOf, 'nobody'),
    cpuRatio: ratioOf(cpuOf, 'nobody'),
    bareRatio: ratioOf(loadOf, 'nobody', 'bare'),
    bareCpuRatio: ratioOf(cpuOf, 'nobody', 'bare'),
    ownRatio: ratioOf(loadOf, 'bare'),
    ownCpuRatio: ratioOf(cpuOf, 'bare'),
  };
}

function told(requests: number, condition: Condition): readonly string[] {
  const { answerMs, runs, ratio, cpuRatio, bareRatio, bareCpuRatio, ownRatio, ownCpuRatio } = condition;
  return [
    '',
    `| a page of ${requests} requests, each ${answered(answerMs)} | load time, median | processor time of the browser, median | of the recorder | each load |`,
    '|---|---:|---:|---:|---|',
    ...watchers.map((watcher) => row(rowNames[watcher], runs[watcher])),
    '',
    `Recording adds ${percent(ratio)} to the load time (goal: ${percent(GOAL_RATIO)}) and ${percent(cpuRatio)} to the browser’s processor time.`,
    `\`Network.enable\` alone adds ${percent(bareRatio)} and ${percent(bareCpuRatio)}; what we add to that is ${percent(ownRatio)} and ${percent(ownCpuRatio)}.`,
  ];
}

function figures(requests: number, { answerMs, ratio, ownRatio }: Condition): readonly Figure[] {
  const page = `a page of ${requests} requests, each ${answered(answerMs)}`;
  return [
    {
      goal: `${page}: at most ${percent(GOAL_RATIO)} more load time`,
      measured: percent(ratio),
      isMet: ratio <= GOAL_RATIO,
    },
    {
      goal: `${page}: at most ${percent(GOAL_RATIO)} more than the browser itself takes to tell of them`,
      measured: percent(ownRatio),
      isMet: ownRatio <= GOAL_RATIO,
    },
  ];
}

function answered(answerMs: number): string {
  return answerMs === 0 ? 'answered at once' : `answered after ${answerMs} ms`;
}

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
