import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { cachedCapture, cachedEntries } from '../../generate/capture-file.ts';
import type { Figure } from '../../goals/figure.ts';
import { goalTable } from '../../goals/goal-table.ts';
import { keepFigures } from '../../goals/keep-figures.ts';
import { type Machine, machine, machineLine } from '../../measure/machine.ts';
import { replaceSection } from '../../measure/markdown-section.ts';
import { table } from '../../measure/markdown-table.ts';
import { median } from '../../measure/median.ts';
import { benchmarksDocument, keepResults } from '../../measure/results-file.ts';
import { alternating } from '../../measure/rounds.ts';
import { runNode } from '../../measure/run-child.ts';
import { numberOf, type Suite } from '../suite.ts';
import type { RulesMeasurement } from './measure-once.ts';

const measureOnce = fileURLToPath(new URL('./measure-once.js', import.meta.url));

/** Nobody notices a seventh of a second; and finding must cost less than the parsing that others begin with. */
const goals = { entries: 10_000, entriesMs: 150, megabytes: 100, shareOfParse: 0.5 };

/** A capture, and both things that are done with it. */
interface Subject {
  readonly name: string;
  readonly file: string;
  readonly rules: RulesMeasurement[];
  readonly parse: RulesMeasurement[];
}

/** What all rules together cost once the index is there. */
export const rulesSuite: Suite = {
  name: 'rules',
  summary:
    'Measures all rules over generated captures, after the index, against JSON.parse of the same file.',
  usage: ['[--rounds 5] [--markdown]'],
  run: async (words) => {
    const { values } = parseArgs({
      args: [...words],
      options: { rounds: { type: 'string', default: '5' }, markdown: { type: 'boolean', default: false } },
    });
    const rounds = numberOf('--rounds', values.rounds);
    const subjects: readonly Subject[] = [
      subject(
        `${goals.entries} small entries`,
        cachedEntries(goals.entries, { seed: 1, profile: 'small', formatting: 'pretty' }),
      ),
      subject(
        `${goals.megabytes} MB of a portal`,
        cachedCapture(goals.megabytes, { seed: 1, profile: 'portal', formatting: 'pretty' }),
      ),
    ];
    const startedAt = new Date().toISOString();
    const before = machine();
    const contestants = subjects.flatMap((one) => [
      { rounds, what: 'rules', file: one.file, into: one.rules },
      { rounds, what: 'json-parse', file: one.file, into: one.parse },
    ]);
    for (const { what, file, into } of alternating(contestants)) {
      const run = await runNode([measureOnce, what, file], { timeoutMs: 120_000, stdout: 'keep' });
      if (run.end !== 'done') throw new Error(run.stderr);
      into.push(JSON.parse(run.stdout));
    }
    const results = goalResults(subjects);
    const lines = reportLines(subjects, results, before);
    process.stdout.write(`${lines.join('\n')}\n`);
    keepResults('rules', { startedAt, machine: before, subjects } as { startedAt: string });
    if (values.markdown) replaceSection(benchmarksDocument, 'rules', ['## All findings', '', ...lines]);
    if (values.markdown) keepFigures('rules', { startedAt, machine: before }, results);
    return results.every(({ isMet }) => isMet) ? 0 : 1;
  },
};

function subject(name: string, file: string): Subject {
  return { name, file, rules: [], parse: [] };
}

/** By processor time: the work is one thread's, and another program's turn is not its fault. */
function goalResults([small, large]: readonly Subject[]): Figure[] {
  if (small === undefined || large === undefined) return [];
  const smallMs = middle(small.rules, cpuMs);
  const share = middle(large.rules, cpuMs) / middle(large.parse, cpuMs);
  return [
    {
      goal: `${small.name}: at most ${goals.entriesMs} ms`,
      measured: `${smallMs.toFixed(0)} ms`,
      isMet: smallMs <= goals.entriesMs,
    },
    {
      goal: `${large.name}: at most ${goals.shareOfParse} × JSON.parse`,
      measured: `${share.toFixed(2)} ×`,
      isMet: share <= goals.shareOfParse,
    },
  ];
}

function reportLines(subjects: readonly Subject[], results: readonly Figure[], on: Machine): string[] {
  return [
    `Measured on ${machineLine(on)}.`,
    'Every rule, from the finished index to the ranked findings; fresh processes that begin as the command line does, in alternating',
    'order, first run in each. Goals are judged by the median of the processor time.',
    '',
    ...goalTable(results),
    '',
    ...table(
      ['', 'processor, ms', 'clock, ms', 'every run, processor ms'],
      subjects.flatMap(({ name, rules, parse }) => [
        row(`all findings, ${name}`, rules),
        row(`JSON.parse of the decoded string, ${name}`, parse),
      ]),
    ),
    '',
    subjects
      .map(({ name, rules: [first] }) => {
        const { entries = 0, findings = 0, leftClosed = 0 } = first ?? {};
        return `${name}: ${entries} entries, ${findings} findings, ${leftClosed} entries left closed by the budget.`;
      })
      .join(' '),
  ];
}

function row(label: string, runs: readonly RulesMeasurement[]): string[] {
  return [
    label,
    middle(runs, cpuMs).toFixed(0),
    middle(runs, wallMs).toFixed(0),
    runs.map((run) => run.cpuMs.toFixed(0)).join(' '),
  ];
}

function middle(runs: readonly RulesMeasurement[], of: (run: RulesMeasurement) => number): number {
  return median(runs.map(of));
}

const cpuMs = (run: RulesMeasurement) => run.cpuMs;
const wallMs = (run: RulesMeasurement) => run.wallMs;
