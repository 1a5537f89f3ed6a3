import { type Language, languageOfEnvironment, pickLanguage } from '@harrier/knowledge';
import { didYouMean } from './arguments/did-you-mean.ts';
import { readArguments } from './arguments/read-arguments.ts';
import { UsageError } from './arguments/usage-error.ts';
import { commandTable, loadEveryCommand, type NamedCommand } from './commands/command-table.ts';
import { ExitCode } from './exit-code.ts';
import { commandHelp, overallHelp } from './help.ts';
import type { CliIo } from './io.ts';
import { reportError } from './report-error.ts';
import { versionText } from './version.ts';
import { type AllWords, wordsFor } from './words/for-language.ts';

export { expectShortLife } from '@harrier/har/node';
export { processIo } from './process-io.ts';

/**
 * The whole program: words of a command line in, exit code out; never throws. Everything it says comes from `speak`, which a test
 * replaces to see that nothing is said past it.
 */
export async function main(
  argv: readonly string[],
  io: CliIo,
  speak: (language: Language) => Promise<AllWords> = wordsFor,
): Promise<number> {
  const words = await speak(askedLanguage(argv, io.env));
  try {
    return await dispatch(argv, io, words);
  } catch (error) {
    return await reportError(io, error, commandOf(argv)?.command.name, words);
  }
}

async function dispatch(argv: readonly string[], io: CliIo, words: AllWords): Promise<ExitCode> {
  const [first, ...others] = argv;
  if (first === undefined) {
    await io.stderr.write(overallHelp(words));
    return ExitCode.wrongUsage;
  }
  if (first === '--version' || first === '-V' || first === 'version') {
    await io.stdout.write(`${versionText()}\n`);
    return ExitCode.done;
  }
  if (first === '--help' || first === '-h' || first === 'help') {
    const asked = others.map((_, at) => commandAt(others, at)).find(Boolean);
    await io.stdout.write(asked === undefined ? overallHelp(words) : commandHelp(await asked.load(), words));
    return ExitCode.done;
  }
  const found = commandOf(argv);
  if (found === undefined) {
    const [word = first, next = ''] = argv.filter((one) => !one.startsWith('-'));
    if (isGroup(word) && argv.some((one) => one === '--help' || one === '-h')) {
      await io.stdout.write(overallHelp(words));
      return ExitCode.done;
    }
    throw unknownCommand(isGroup(word) ? `${word} ${next}`.trim() : word);
  }
  const command = await found.command.load();
  const rest = argv.toSpliced(found.at, command.name.split(' ').length);
  const given = await readArguments(rest, command, loadEveryCommand);
  if (given.options.help) {
    await io.stdout.write(commandHelp(command, words));
    return ExitCode.done;
  }
  return await command.run(io, given, words);
}

/** The first word, or the first two; options may stand before it (`harrier --json triage …`). */
function commandOf(argv: readonly string[]): { command: NamedCommand; at: number } | undefined {
  const places = argv[0]?.startsWith('-') ? argv.keys() : [0];
  for (const at of places) {
    const command = commandAt(argv, at);
    if (command !== undefined) return { command, at };
  }
  return undefined;
}

function commandAt(words: readonly string[], at: number): NamedCommand | undefined {
  const pair = `${words[at]} ${words[at + 1]}`;
  return commandTable.find(({ name }) => name === words[at] || name === pair);
}

/** Whether a word is the first of several commands: `logs`. */
function isGroup(word: string): boolean {
  return commandTable.some(({ name }) => name.startsWith(`${word} `));
}

function unknownCommand(given: string): UsageError {
  const names = commandTable.map((command) => command.name);
  return new UsageError({ kind: 'unknown-command', given, meant: didYouMean(given, names), commands: names });
}

/**
 * The language of everything that is said, wrong usage included: so it is looked for before the arguments
 * are read. A language that is not spoken is told of when they are.
 */
function askedLanguage(argv: readonly string[], env: CliIo['env']): Language {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const asked = argv[at]?.split('=')[1] ?? argv[at + 1];
  return (at < 0 ? undefined : pickLanguage(asked)) ?? languageOfEnvironment(env);
}
