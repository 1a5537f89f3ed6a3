import { parseArgs } from 'node:util';
import { goalTable } from '../../goals/goal-table.ts';
import { keepFigures } from '../../goals/keep-figures.ts';
import { machine, machineLine } from '../../measure/machine.ts';
import { replaceSection } from '../../measure/markdown-section.ts';
import { benchmarksDocument, keepResults } from '../../measure/results-file.ts';
import { numberOf, oneOf, type Suite } from '../suite.ts';
import { killsPart } from './kills-part.ts';
import { parallelPart } from './parallel-part.ts';
import type { CasesPart, PartReport } from './part.ts';
import { uploadPart } from './upload-part.ts';

const parts: readonly CasesPart[] = [uploadPart, parallelPart, killsPart];

/** What a server of cases stands: large captures, many at once, and being killed. */
export const casesSuite: Suite = {
  name: 'cases',
  summary: `Measures a server of cases: ${parts.map(({ name, summary }) => `${name} (${summary})`).join('; ')}.`,
  usage: [
    `[--part ${parts.map(({ name }) => name).join('|')}] [--rounds 5] [--megabytes 100] [--uploads 50] [--each 20] [--kills 200] [--markdown]`,
  ],
  run: async (words) => {
    const { values } = parseArgs({
      args: [...words],
      options: {
        part: { type: 'string' },
        rounds: { type: 'string', default: '5' },
        megabytes: { type: 'string', default: '100' },
        uploads: { type: 'string', default: '50' },
        each: { type: 'string', default: '20' },
        kills: { type: 'string', default: '200' },
        seed: { type: 'string', default: '1' },
        markdown: { type: 'boolean', default: false },
      },
    });
    const names = parts.map(({ name }) => name);
    const wanted = values.part === undefined ? names : [oneOf('--part', values.part, names)];
    const options = {
      rounds: numberOf('--rounds', values.rounds),
      megabytes: numberOf('--megabytes', values.megabytes),
      uploads: numberOf('--uploads', values.uploads),
      each: numberOf('--each', values.each),
      kills: numberOf('--kills', values.kills),
      seed: numberOf('--seed', values.seed),
      say: (line: string) => process.stderr.write(`${line}\n`),
    };
    const startedAt = new Date().toISOString();
    const before = machine();
    const reports: PartReport[] = [];
    for (const part of parts) if (wanted.includes(part.name)) reports.push(await part.run(options));
    const lines = [
      `Measured ${startedAt.slice(0, 10)} on ${machineLine(before)}.`,
      '',
      ...reports.flatMap(linesOf),
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
    keepResults('cases', { startedAt, machine: before, options: values, reports } as { startedAt: string });
    if (values.markdown) replaceSection(benchmarksDocument, 'cases', ['## A server of cases', '', ...lines]);
    if (values.markdown)
      keepFigures(
        'cases',
        { startedAt, machine: before },
        reports.flatMap(({ title, goals }) =>
          goals.map((row) => ({ ...row, goal: `${title}: ${row.goal}` })),
        ),
      );
    return reports.every(({ goals }) => goals.every(({ isMet }) => isMet)) ? 0 : 1;
  },
};

function linesOf({ title, lines, goals }: PartReport): string[] {
  return [`### ${title}`, '', ...lines, '', ...goalTable(goals), ''];
}
