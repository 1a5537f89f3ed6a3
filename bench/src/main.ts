import { type Suite, UsageError } from './suites/suite.ts';
import { suites } from './suites/suite-table.ts';

/** Words of a command line in, exit code out: 0 done, 1 a measurement failed, 2 wrong usage. */
export async function main(words: readonly string[]): Promise<number> {
  const [name, ...rest] = words;
  const suite = suites.find((candidate) => candidate.name === name);
  if (suite === undefined)
    return explain(name === undefined || name === '--help' ? '' : `No suite is called "${name}".\n\n`);
  try {
    return await suite.run(rest);
  } catch (error) {
    if (error instanceof UsageError || isParseArgsError(error)) return explain(`${error.message}\n\n`, suite);
    throw error;
  }
}

function explain(complaint: string, ...which: readonly Suite[]): number {
  const lines = (which.length > 0 ? which : suites).map(({ name, summary, usage }) =>
    [
      `  ${name} ${usage[0] ?? ''}`,
      ...usage.slice(1).map((line) => `      ${line}`),
      `      ${summary}`,
    ].join('\n'),
  );
  process.stderr.write(`${complaint}npm run bench -- <suite> [options]\n\n${lines.join('\n\n')}\n`);
  return 2;
}

function isParseArgsError(error: unknown): error is Error {
  return error instanceof Error && String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS');
}
