import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { keepFigures } from '../../goals/keep-figures.ts';
import { machine, machineLine } from '../../measure/machine.ts';
import { median } from '../../measure/median.ts';
import { keepResults } from '../../measure/results-file.ts';
import { runNode } from '../../measure/run-child.ts';
import { numberOf, type Suite } from '../suite.ts';
import type { KnowledgeMeasurement } from './measure-once.ts';

const measureOnce = fileURLToPath(new URL('./measure-once.js', import.meta.url));

/** What is gone before somebody sees it: a third of a frame. */
const goalMs = 5;

/** How long a page of the knowledge base takes to be found. */
export const knowledgeSuite: Suite = {
  name: 'knowledge',
  summary: 'Measures finding every page of the knowledge base in every language.',
  usage: ['[--rounds 5] [--markdown]'],
  run: async (words) => {
    const { values } = parseArgs({
      args: [...words],
      options: { rounds: { type: 'string', default: '5' }, markdown: { type: 'boolean', default: false } },
    });
    const startedAt = new Date().toISOString();
    const on = machine();
    const measurements: KnowledgeMeasurement[] = [];
    for (let round = 0; round < numberOf('--rounds', values.rounds); round++) {
      const run = await runNode([measureOnce], { timeoutMs: 60_000, stdout: 'keep' });
      if (run.end !== 'done') throw new Error(run.stderr);
      measurements.push(JSON.parse(run.stdout));
    }
    const raw = (of: keyof KnowledgeMeasurement) => measurements.map((one) => one[of]);
    const row = (label: string, of: keyof KnowledgeMeasurement) =>
      `${label}: median ${median(raw(of)).toFixed(3)} ms (${raw(of)
        .map((value) => value.toFixed(3))
        .join(', ')})`;
    process.stdout.write(
      [
        `Measured on ${machineLine(on)}; ${measurements[0]?.pages ?? 0} pages, fresh processes.`,
        row('Lookup, middle page', 'medianLookupMs'),
        row('Lookup, slowest page', 'slowestLookupMs'),
        row('First opening of a group, slowest', 'slowestOpenMs'),
        '',
      ].join('\n'),
    );
    const report = { startedAt, machine: on, measurements };
    keepResults('knowledge', report);
    const slowestMs = median(raw('slowestLookupMs'));
    const goal = `look-up, slowest page of all languages: at most ${goalMs} ms`;
    const measured = `${slowestMs.toFixed(3)} ms`;
    if (values.markdown) keepFigures('knowledge', report, [{ goal, measured, isMet: slowestMs <= goalMs }]);
    return median(raw('slowestLookupMs')) > goalMs ? 1 : 0;
  },
};
