import { UsageError } from '../../arguments/usage-error.ts';
import { ExitCode } from '../../exit-code.ts';
import type { Command } from '../command.ts';
import { bashScript } from './bash-script.ts';
import { readChoices } from './choices.ts';
import { fishScript } from './fish-script.ts';
import { zshScript } from './zsh-script.ts';

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript };
const shells = Object.keys(scripts) as (keyof typeof scripts)[];

/** `harrier completion bash|zsh|fish`: what makes the shell complete commands, options and their words. */
export const completion: Command = {
  name: 'completion',
  positionals: [shells.join('|')],
  options: ['help', 'lang'],
  async run(io, { positionals: [given = ''] }, words) {
    const shell = shells.find((one) => one === given);
    if (shell === undefined)
      throw new UsageError({
        kind: 'not-one-of',
        option: 'completion',
        given,
        oneOf: shells,
        meant: undefined,
      });
    // The table holds this command too, so it is asked for only now.
    const { loadEveryCommand } = await import('../command-table.ts');
    await io.stdout.write(scripts[shell](readChoices(await loadEveryCommand(), words)));
    return ExitCode.done;
  },
};
