import { parseArgs } from 'node:util';
import { chooseScenarios } from '../scenario/choose-scenarios.ts';
import { scenarios } from '../scenario/scenario-table.ts';
import type { Command } from './command.ts';

/** `list`: what there is to record. */
export const list: Command = {
  name: 'list',
  usage: '[--only <pattern>]',
  summary: 'Names the scenarios with their set and what they expect.',
  async run(words) {
    const { values } = parseArgs({ args: [...words], options: { only: { type: 'string' } } });
    const chosen = chooseScenarios(scenarios, values.only);
    for (const { id, set, title, truth } of chosen) {
      const expected = truth.healthy ? 'healthy' : truth.expects.map(({ finding }) => finding).join(' ');
      process.stdout.write(`${id}\t${set}\t${expected}\t${title}\n`);
    }
    process.stderr.write(`${chosen.length} scenarios.\n`);
    return 0;
  },
};
