import { parseArgs } from 'node:util';
import { keepFigures } from '../../goals/keep-figures.ts';
import { machine, machineLine } from '../../measure/machine.ts';
import { replaceSection } from '../../measure/markdown-section.ts';
import { table } from '../../measure/markdown-table.ts';
import { benchmarksDocument, keepResults } from '../../measure/results-file.ts';
import { numberOf, oneOf, type Suite } from '../suite.ts';
import type { PartReport } from './part.ts';
import { logsParts } from './part-table.ts';

/** How fast logs are read, kept and searched, against what people use otherwise. */
export const logsSuite: Suite = {
  name: 'logs',
  summary: `Measures logs: ${logsParts.map(({ name, summary }) => `${name} (${summary})`).join('; ')}.`,
  usage: [
    `[--part ${logsParts.map(({ name }) => name).join('|')}] [--lines 300000] [--rounds 5] [--seed 1] [--markdown]`,
  ],
  run: async (words) => {
    const { values } = parseArgs({
      args: [...words],
      options: {
        part: { type: 'string' },
        lines: { type: 'string', default: '300000' },
        rounds: { type: 'string', default: '5' },
        seed: { type: 'string', default: '1' },
        markdown: { type: 'boolean', default: false },
      },
    });
    const names = logsParts.map(({ name }) => name);
    const wanted = values.part === undefined ? names : [oneOf('--part', values.part, names)];
    const options = {
      lines: numberOf('--lines', values.lines),
      rounds: numberOf('--rounds', values.rounds),
      seed: numberOf('--seed', values.seed),
      say: (line: string) => process.stderr.write(`${line}\n`),
    };
    const startedAt = new Date().toISOString();
    const before = machine();
    const parts: PartReport[] = [];
    for (const part of logsParts) if (wanted.includes(part.name)) parts.push(await part.run(options));
    const lines = [machineLine(before), '', ...parts.flatMap(reportLines)];
    process.stdout.write(`${lines.join('\n')}\n`);
    keepResults('logs', { startedAt, machine: before, options: values, parts } as { startedAt: string });
    if (values.markdown) replaceSection(benchmarksDocument, 'logs', lines);
    if (values.markdown)
      keepFigures(
        'logs',
        { startedAt, machine: before },
        parts.flatMap(({ goals }) => goals),
      );
    return parts.every(({ goals }) => goals.every(({ isMet }) => isMet)) ? 0 : 1;
  },
};

function reportLines({ title, lines, goals }: PartReport): string[] {
  const rows = goals.map(({ goal, measured, isMet }) => [goal, measured, isMet ? 'yes' : 'NO']);
  return [`### ${title}`, '', ...lines, '', ...table(['Goal', 'Measured', 'Met'], rows), ''];
}
