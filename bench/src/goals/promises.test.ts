import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { memoryGoals } from '../suites/cases/part.ts';
import { suites } from '../suites/suite-table.ts';
import { goalLines } from './goal-lines.ts';
import { figuresOf, withFigures } from './keep-figures.ts';
import { promises } from './promise-table.ts';

const machine = {
  cores: 2,
  model: 'Test',
  memoryBytes: 2 ** 30,
  node: '20',
  v8: '11',
  platform: 'linux-x64',
  load: 1,
};
const run = { startedAt: '2026-01-02T03:04:05.000Z', machine };

it('names suites and tests that are there', () => {
  const names = new Set(suites.map(({ name }) => name));
  const missing = promises.flatMap((promise) =>
    'suite' in promise
      ? [promise.suite].filter((name) => !names.has(name))
      : promise.tests.filter(
          (file) => !existsSync(fileURLToPath(new URL(`../../../${file}`, import.meta.url))),
        ),
  );
  expect(missing).toEqual([]);
});

it('has a goal once', () => {
  const goals = promises.map(({ area, goal }) => `${area}: ${goal}`);
  expect(goals.filter((goal, at) => goals.indexOf(goal) !== at)).toEqual([]);
});

it('shows every figure that a suite has kept, and shows it once', () => {
  const shown = suites.flatMap(({ name }) =>
    figuresOf(name).map(({ goal }) => ({
      goal: `${name}: ${goal}`,
      rows: promises.filter(
        (promise) => 'suite' in promise && promise.suite === name && promise.figures.test(goal),
      ).length,
    })),
  );
  expect(shown.length).toBeGreaterThan(50);
  expect(shown.filter(({ rows }) => rows !== 1)).toEqual([]);
});

it('shows what a server held, and what the processes held that sanitize for it', () => {
  const goals = memoryGoals({ serverBytes: 0, sanitizerBytes: 0 }).map(({ goal }) => `50 uploads: ${goal}`);
  const ofCases = promises.flatMap((promise) =>
    'suite' in promise && promise.suite === 'cases' ? [promise.figures] : [],
  );
  expect(goals.map((goal) => ofCases.filter((figures) => figures.test(goal)).length)).toEqual([1, 1]);
});

it('keeps the figures that a run did not measure', () => {
  const before = withFigures([], run, [
    { goal: 'a', measured: '1', isMet: true },
    { goal: 'b', measured: '2', isMet: false },
  ]);
  const after = withFigures(before, { ...run, startedAt: '2026-02-02' }, [
    { goal: 'b', measured: '3', isMet: true },
  ]);
  expect(after.map(({ goal, measured, date }) => [goal, measured, date])).toEqual([
    ['a', '1', '2026-01-02'],
    ['b', '3', '2026-02-02'],
  ]);
});

it('keeps no figure beside the one that has another bound', () => {
  const before = withFigures([], run, [
    { goal: 'rows: at most 10 ms', measured: '9 ms', isMet: true },
    { goal: 'table, 10 MB: at most 200 MB of memory', measured: '90 MB', isMet: true },
  ]);
  const after = withFigures(before, run, [{ goal: 'rows: at most 5 ms', measured: '9 ms', isMet: false }]);
  expect(after.map(({ goal }) => goal)).toEqual([
    'table, 10 MB: at most 200 MB of memory',
    'rows: at most 5 ms',
  ]);
});

it('says of each goal what was measured, or that nothing was', () => {
  const kept = withFigures([], run, [
    { goal: 'fast: at most 1 ms', measured: '2 ms', peer: 'other 9 ms', isMet: false },
  ]);
  const lines = goalLines(
    [
      { area: 'A', goal: 'fast', suite: 'one', figures: /fast/ },
      { area: 'A', goal: 'small', suite: 'one', figures: /small/ },
      { area: 'A', goal: 'right', tests: ['a.test.ts'] },
    ],
    () => kept,
  ).join('\n');
  expect(lines).toMatch(/fast: at most 1 ms *\| 2 ms *\| other 9 ms *\| \*\*MISSED\*\* *\| 2026-01-02/);
  expect(lines).toMatch(/small *\| not measured yet/);
  expect(lines).toMatch(/right .*`a\.test\.ts`/);
  expect(lines).toContain(
    '1 figures of benches: 0 met, 1 missed. 1 goals of benches were not measured yet; 1 goals',
  );
});
