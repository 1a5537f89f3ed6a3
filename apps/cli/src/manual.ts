import type { OptionName } from './arguments/option-table.ts';
import { loadEveryCommand } from './commands/command-table.ts';
import { callOf, examplesOf, syntaxOf } from './help.ts';
import { versionText } from './version.ts';
import type { CommandHelps } from './words/cli-words.ts';
import type { AllWords } from './words/for-language.ts';

/** The manual page `harrier(1)` as roff (man macros), made of what `--help` says; `date` as `2026-11-21`. Ends with a newline. */
export async function manualPage({ help }: AllWords, date: string): Promise<string> {
  const commands = await loadEveryCommand();
  const options = [...new Set(commands.flatMap(({ options: names }) => names))].sort();
  return `${[
    `.TH HARRIER 1 ${date} "${versionText()}"`,
    '.SH NAME',
    `harrier \\- ${text(help.tagline)}`,
    '.SH SYNOPSIS',
    `.B ${text('harrier <command> [options] <file>')}`,
    '.SH COMMANDS',
    ...commands.flatMap(({ name }) => aboutCommand(name as keyof CommandHelps, help)),
    '.SH OPTIONS',
    ...options.flatMap((option) => aboutOption(option, help)),
    '.SH "EXIT STATUS"',
    ...help.exitCode.flatMap((meaning, code) => ['.TP', `.B ${code}`, text(meaning)]),
  ].join('\n')}\n`;
}

function aboutCommand(name: keyof CommandHelps, help: AllWords['help']): readonly string[] {
  const { summary, about } = help.command[name];
  return [
    `.SS ${text(callOf(name))}`,
    text(`${summary}.`),
    '.PP',
    text(about),
    '.PP',
    '.nf',
    ...examplesOf(name).map((example) => text(example)),
    '.fi',
  ];
}

function aboutOption(option: OptionName, help: AllWords['help']): readonly string[] {
  return ['.TP', `.B ${text(syntaxOf(option))}`, text(help.option[option])];
}

/** A line of text: no roff request, and every dash and quote as it is typed. */
function text(line: string): string {
  const plain = line.replaceAll('\\', '\\e').replaceAll('-', '\\-').replaceAll("'", '\\(aq');
  return /^[.']/.test(plain) ? `\\&${plain}` : plain;
}
