import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { cachedEntries } from '../../generate/capture-file.ts';
import { profileNames } from '../../generate/profile.ts';
import type { Figure } from '../../goals/figure.ts';
import { keepFigures } from '../../goals/keep-figures.ts';
import { type Machine, machine, machineLine } from '../../measure/machine.ts';
import { replaceSection } from '../../measure/markdown-section.ts';
import { inMegabytes, table } from '../../measure/markdown-table.ts';
import { median } from '../../measure/median.ts';
import { benchmarksDocument, keepResults } from '../../measure/results-file.ts';
import { runNode } from '../../measure/run-child.ts';
import { numberOf, oneOf, type Suite } from '../suite.ts';
import type { CompareMeasurement } from './measure-once.ts';

const measureOnce = fileURLToPath(new URL('./measure-once.js', import.meta.url));

/** What people wait for without looking away, for two captures of an hour's work each. */
const goal = { entries: 20_000, totalMs: 2000 };

/** How long two captures take to be compared, from their files to the ranked differences. */
export const compareSuite: Suite = {
  name: 'compare',
  summary: 'Measures comparing two generated captures, from file to ranked differences.',
  usage: [`[--entries ${goal.entries}] [--rounds 5] [--profile ${profileNames.join('|')}] [--markdown]`],
  run: async (words) => {
    const { values } = parseArgs({
      args: [...words],
      options: {
        entries: { type: 'string', default: String(goal.entries) },
        rounds: { type: 'string', default: '5' },
        profile: { type: 'string', default: 'small' },
        markdown: { type: 'boolean', default: false },
      },
    });
    const entries = numberOf('--entries', values.entries);
    const profile = oneOf('--profile', values.profile, profileNames);
    const [a, b] = [1, 2].map((seed) => cachedEntries(entries, { seed, profile, formatting: 'pretty' }));
    const startedAt = new Date().toISOString();
    const before = machine();
    const measurements: CompareMeasurement[] = [];
    for (let round = 0; round < numberOf('--rounds', values.rounds); round++) {
      const run = await runNode([measureOnce, a ?? '', b ?? ''], { timeoutMs: 120_000, stdout: 'keep' });
      if (run.end !== 'done') throw new Error(run.stderr);
      measurements.push(JSON.parse(run.stdout));
    }
    const report = { startedAt, machine: before, profile, measurements };
    const lines = reportLines(measurements, before, profile);
    process.stdout.write(`${lines.join('\n')}\n`);
    keepResults('compare', report);
    if (values.markdown)
      replaceSection(benchmarksDocument, 'compare', ['## Comparing two captures', '', ...lines]);
    if (values.markdown && entries === goal.entries) keepFigures('compare', report, [figureOf(measurements)]);
    return entries === goal.entries && median(measurements.map(totalMs)) > goal.totalMs ? 1 : 0;
  },
};

function figureOf(measurements: readonly CompareMeasurement[]): Figure {
  const tookMs = median(measurements.map(totalMs));
  return {
    goal: `both indexes and the comparison, 2 × ${goal.entries} entries: at most ${goal.totalMs} ms`,
    measured: `${tookMs.toFixed(0)} ms`,
    isMet: tookMs <= goal.totalMs,
  };
}

function reportLines(measurements: readonly CompareMeasurement[], on: Machine, profile: string): string[] {
  const [first] = measurements;
  if (first === undefined) return [];
  const middle = (of: (measurement: CompareMeasurement) => number) => median(measurements.map(of));
  return [
    `Measured on ${machineLine(on)}. Two generated captures (${profile}) of ${first.entries.join(' and ')} entries, ${first.paired} paired; medians of fresh processes.`,
    '',
    ...table(
      ['', 'ms', 'every run, ms'],
      [
        row(
          'both indexes',
          measurements.map(({ indexMs }) => indexMs),
        ),
        row(
          'comparing',
          measurements.map(({ compareMs }) => compareMs),
        ),
        row(`both (goal: ${goal.totalMs} ms for 2 × ${goal.entries})`, measurements.map(totalMs)),
      ],
    ),
    '',
    `Peak RSS ${inMegabytes(middle(({ peakRssBytes }) => peakRssBytes))}. ${first.differences} differences; ${first.leftClosed} pairs by status and time only.`,
  ];
}

function row(label: string, ms: readonly number[]): string[] {
  return [label, median(ms).toFixed(0), ms.map((one) => one.toFixed(0)).join(', ')];
}

function totalMs({ indexMs, compareMs }: CompareMeasurement): number {
  return indexMs + compareMs;
}
