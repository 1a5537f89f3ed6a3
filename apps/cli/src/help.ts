import type { ArgumentShape } from './arguments/read-arguments.ts';
import { commandTable } from './commands/command-table.ts';
import { widthOf } from './terminal/width.ts';
import { wrap } from './terminal/wrap.ts';
import type { CliWords, CommandHelp } from './words.ts';

/** Help is plain text of this width, whatever the terminal: it is read in bug reports as well. */
const helpCells = 100;

/** `harrier --help`. */
export function overallHelp(words: CliWords): string {
  const { help } = words;
  const names = commandTable.map((command) => command.name);
  const longest = Math.max(...names.map(widthOf));
  return [
    help.tagline,
    '',
    `  ${help.usage}`,
    '',
    `${help.commands}`,
    ...names.map((name) => `  ${name.padEnd(longest)}  ${helpOf(name, words)?.summary ?? ''}`),
    '',
    `${help.exitCodes}`,
    ...help.exitCodeList.map((line) => `  ${line}`),
    '',
    words.usage.seeHelp('<command>'),
    '',
  ].join('\n');
}

/** `harrier <command> --help`. */
export function commandHelp(command: ArgumentShape, words: CliWords): string {
  const { help } = words;
  const text = helpOf(command.name, words);
  return [
    `harrier ${command.name}: ${text?.summary ?? ''}`,
    '',
    `  ${text?.usage ?? ''}`,
    '',
    ...(text?.about ?? []).flatMap((paragraph) => wrap(paragraph, helpCells)),
    ...wrap(help.standardInput, helpCells),
    '',
    help.options,
    ...command.options.map((option) => `  ${help.option[option]}`),
    '',
    help.examples,
    ...(text?.examples ?? []).map((example) => `  ${example}`),
    '',
  ].join('\n');
}

function helpOf(name: string, words: CliWords): CommandHelp | undefined {
  return (words.help.command as Readonly<Record<string, CommandHelp>>)[name];
}
