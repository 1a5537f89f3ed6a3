import { parseArgs } from 'node:util';
import { writeLoad } from './write-load.ts';

/** `--lines <n> --seed <n> -o <folder>`: writes the logs and says in JSON on standard output what it wrote. */
export async function main(words: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      lines: { type: 'string', default: '1000000' },
      seed: { type: 'string', default: '1' },
      output: { type: 'string', short: 'o' },
    },
  });
  const lines = Number(values.lines);
  const seed = Number(values.seed);
  if (!Number.isInteger(lines) || lines < 1 || !Number.isInteger(seed) || values.output === undefined) {
    process.stderr.write('load --lines <number> [--seed <number>] -o <folder>\n');
    return 2;
  }
  const startedMs = performance.now();
  const result = await writeLoad({ lines, seed, directory: values.output });
  const seconds = (performance.now() - startedMs) / 1000;
  process.stdout.write(
    `${JSON.stringify({ ...result, seconds, linesPerSecond: Math.round(lines / seconds) })}\n`,
  );
  return 0;
}
