import { rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { recordAll } from '../recorder/record-all.ts';
import { writeRecordingRun } from '../recorder/recording-run.ts';
import { chooseScenarios } from '../scenario/choose-scenarios.ts';
import { scenarios } from '../scenario/scenario-table.ts';
import type { Command } from './command.ts';

/** Where recordings go when nothing else is said; the benches look there. */
export const defaultFolder = path.resolve(import.meta.dirname, '../../../.cache/lab');

/** `record`, also without a name: every scenario into files. */
export const record: Command = {
  name: 'record',
  usage: '[--only <pattern>] [-o <folder>]',
  summary:
    'Records scenarios with the Chromium of the machine (the default). Existing recordings of others stay.',
  async run(words) {
    const { values } = parseArgs({
      args: [...words],
      options: { only: { type: 'string' }, output: { type: 'string', short: 'o' } },
    });
    const chosen = chooseScenarios(scenarios, values.only);
    if (chosen.length === 0) {
      process.stderr.write(`No scenario fits "${values.only ?? ''}".\n`);
      return 2;
    }
    const root = values.output ?? defaultFolder;
    // A scenario that was renamed would be measured under both names.
    if (chosen === scenarios && values.output === undefined) await rm(root, { recursive: true, force: true });
    const startedAt = new Date().toISOString();
    const startedMs = performance.now();
    let failed = 0;
    let captures = 0;
    for await (const outcome of recordAll(chosen, root)) {
      const seconds = `${(outcome.tookMs / 1000).toFixed(1)} s`;
      if ('failure' in outcome) {
        failed++;
        process.stdout.write(`failed  ${outcome.scenario.id}  ${seconds}\n        ${outcome.failure}\n`);
      } else {
        captures += outcome.truth.captures.length;
        const entries = outcome.truth.captures[0]?.entryCount ?? 0;
        process.stdout.write(`ok      ${outcome.scenario.id}  ${seconds}  ${entries} entries\n`);
      }
    }
    const seconds = Math.round((performance.now() - startedMs) / 1000);
    const scenariosDone = chosen.length - failed;
    if (scenariosDone > 0)
      await writeRecordingRun(root, { startedAt, scenarios: scenariosDone, captures, seconds });
    process.stdout.write(
      `${scenariosDone} scenarios, ${captures} captures in ${seconds} s; ${failed} failed. ${root}\n`,
    );
    return failed > 0 ? 1 : 0;
  },
};
