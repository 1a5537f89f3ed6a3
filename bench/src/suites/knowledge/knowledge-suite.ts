import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { languages } from '@harrier/knowledge';
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
    /** Of each round what each language took. */
    const rounds: KnowledgeMeasurement[][] = [];
    for (let round = 0; round < numberOf('--rounds', values.rounds); round++) {
      const spoken: KnowledgeMeasurement[] = [];
      for (const language of languages) {
        const run = await runNode([measureOnce, language], { timeoutMs: 60_000, stdout: 'keep' });
        if (run.end !== 'done') throw new Error(run.stderr);
        spoken.push(JSON.parse(run.stdout));
      }
      rounds.push(spoken);
    }
    const times = (of: keyof KnowledgeMeasurement) =>
      rounds.map((spoken) => spoken.flatMap((one) => one[of]));
    const slowest = (of: keyof KnowledgeMeasurement) => times(of).map((all) => Math.max(...all));
    const row = (label: string, raw: readonly number[]) =>
      `${label}: median ${median(raw).toFixed(3)} ms (${raw.map((value) => value.toFixed(3)).join(', ')})`;
    process.stdout.write(
      [
        `Measured on ${machineLine(on)}; ${times('lookupMs')[0]?.length ?? 0} pages, a fresh process for each language.`,
        row('Lookup, middle page', times('lookupMs').map(median)),
        row('Lookup, slowest page', slowest('lookupMs')),
        row('First opening of a group, slowest', slowest('openMs')),
        '',
      ].join('\n'),
    );
    const report = { startedAt, machine: on, rounds };
    keepResults('knowledge', report);
    const figures = [
      [`look-up, slowest page of all languages: at most ${goalMs} ms`, 'lookupMs'],
      [`first opening of a group, slowest of all languages: at most ${goalMs} ms`, 'openMs'],
    ] as const;
    const rows = figures.map(([goal, of]) => {
      const slowestMs = median(slowest(of));
      return { goal, measured: `${slowestMs.toFixed(3)} ms`, isMet: slowestMs <= goalMs };
    });
    if (values.markdown) keepFigures('knowledge', report, rows);
    return rows.every(({ isMet }) => isMet) ? 0 : 1;
  },
};
