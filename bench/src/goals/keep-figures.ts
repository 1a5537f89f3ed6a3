import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { machineLine } from '../measure/machine.ts';
import { replaceSection } from '../measure/markdown-section.ts';
import { benchmarksDocument } from '../measure/results-file.ts';
import { besideOthers } from './beside-others.ts';
import type { Figure, KeptFigure, MeasuredRun } from './figure.ts';
import { goalLines } from './goal-lines.ts';
import { promises } from './promise-table.ts';

// Seen from `bench/dist/goals`. Committed, so that a suite that runs alone leaves the rows of the others as they are.
const folder = fileURLToPath(new URL('../../figures/', import.meta.url));
const readme = fileURLToPath(new URL('../../../README.md', import.meta.url));

/**
 * Keeps what a suite measured, and writes the table of all goals at the head of `docs/benchmarks.md` again, and the README's
 * comparison out of that page. A suite calls it with `--markdown` alone, when its own section is written. Figures that this run did not measure stay as they were.
 */
export function keepFigures(suite: string, run: MeasuredRun, figures: readonly Figure[]): void {
  mkdirSync(folder, { recursive: true });
  const kept = withFigures(figuresOf(suite).filter(isShown(suite)), run, figures);
  writeFileSync(`${folder}${suite}.json`, `${JSON.stringify(kept, undefined, 2)}\n`);
  replaceSection(benchmarksDocument, 'goals', goalLines(promises, figuresOf));
  replaceSection(readme, 'beside', besideOthers(readFileSync(benchmarksDocument, 'utf8')));
}

/** What a suite measured when it was last asked to keep it. */
export function figuresOf(suite: string): readonly KeptFigure[] {
  const file = `${folder}${suite}.json`;
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
}

/** Whether some goal still asks for a figure; one that was put in other words would stay for ever. */
function isShown(suite: string): (figure: KeptFigure) => boolean {
  return ({ goal }) =>
    promises.some((promise) => 'suite' in promise && promise.suite === suite && promise.figures.test(goal));
}

/** What is measured, without how much of it there may be: a bound that is drawn anew makes no second figure. */
function subject(goal: string): string {
  return goal.replace(/\bat (?:most|least) [\d.,]+\s?/, '');
}

/** The figures, with those of a run in the place of their predecessors. */
export function withFigures(
  kept: readonly KeptFigure[],
  { startedAt, machine }: MeasuredRun,
  figures: readonly Figure[],
): KeptFigure[] {
  const measured = new Set(figures.map(({ goal }) => subject(goal)));
  const from = { date: startedAt.slice(0, 10), machine: machineLine(machine) };
  return [
    ...kept.filter(({ goal }) => !measured.has(subject(goal))),
    ...figures.map((figure) => ({ ...figure, ...from })),
  ];
}
