import { commands } from './commands/command-table.ts';

/** Words of a command line in, exit code out: 0 done, 1 something did not come out right, 2 wrong usage. */
export async function main(words: readonly string[]): Promise<number> {
  const named = words[0] !== undefined && !words[0].startsWith('-');
  const name = named ? words[0] : 'record';
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined || words.includes('--help'))
    return explain(command === undefined ? name : undefined);
  try {
    return await command.run(named ? words.slice(1) : words);
  } catch (error) {
    if (!isParseArgsError(error)) throw error;
    process.stderr.write(`${error.message}\n\n`);
    return explain(undefined);
  }
}

function explain(unknown: string | undefined): number {
  const complaint = unknown === undefined ? '' : `No command is called "${unknown}".\n\n`;
  const lines = commands.map(({ name, usage, summary }) => `  ${name} ${usage}\n      ${summary}`);
  process.stderr.write(`${complaint}npm run lab -- <command> [options]\n\n${lines.join('\n')}\n`);
  return 2;
}

function isParseArgsError(error: unknown): error is Error {
  return error instanceof Error && String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS');
}
