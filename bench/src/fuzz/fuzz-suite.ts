import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { numberOf, type Suite, UsageError } from '../suites/suite.ts';
import { keepFinding } from './finding.ts';
import { fuzzInThread } from './fuzz-in-thread.ts';
import type { FuzzTarget } from './target.ts';
import { fuzzTargets } from './targets/target-table.ts';
import { tryInput } from './try-input.ts';

// Seen from `bench/dist/fuzz`; git-ignored.
const folder = fileURLToPath(new URL('../../../.cache/fuzz/', import.meta.url));

/** Gives readers bytes that nobody would write, and keeps what breaks their laws. */
export const fuzzSuite: Suite = {
  name: 'fuzz',
  summary: `Breaks inputs until a law does: ${fuzzTargets.map(({ name, summary }) => `${name} (${summary})`).join('; ')}.`,
  usage: [
    `<${fuzzTargets.map(({ name }) => name).join('|')}|all> [--seconds 600] [--seed n] [--replay file]`,
    '--seconds are for each target; findings go to .cache/fuzz/<target>/found/ and run again with --replay.',
  ],
  run: async (words) => {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        seconds: { type: 'string', default: '600' },
        seed: { type: 'string' },
        replay: { type: 'string' },
      },
    });
    const targets = fuzzTargets.filter(({ name }) => positionals[0] === name || positionals[0] === 'all');
    if (targets.length === 0) throw new UsageError(`No target is called "${positionals[0] ?? ''}".`);
    if (values.replay !== undefined) return await replay(targets, values.replay);
    const seconds = numberOf('--seconds', values.seconds);
    const seed = values.seed === undefined ? Date.now() % 2 ** 31 : numberOf('--seed', values.seed);
    let found = 0;
    for (const target of targets) found += await fuzzOne(target, seconds, seed);
    return found === 0 ? 0 : 1;
  },
};

async function fuzzOne({ name }: FuzzTarget, seconds: number, seed: number): Promise<number> {
  const corpusFolder = path.join(folder, name, 'corpus');
  mkdirSync(corpusFolder, { recursive: true });
  const corpus = readdirSync(corpusFolder).map((file) => readFileSync(path.join(corpusFolder, file)));
  process.stdout.write(`${name}: seed ${seed}, ${seconds} s, ${corpus.length} inputs of earlier runs\n`);
  let [found, reached] = [0, 0];
  const runs = await fuzzInThread({
    target: name,
    seed,
    seconds,
    corpus,
    onReached: (input) => {
      reached++;
      writeFileSync(path.join(corpusFolder, digestOf(input)), input);
    },
    onFinding: (finding) => {
      found++;
      const file = keepFinding(path.join(folder, name, 'found'), finding);
      process.stdout.write(`  ${finding.kind}: ${finding.key}\n    ${path.relative(process.cwd(), file)}\n`);
    },
  });
  process.stdout.write(`${name}: ${runs} runs, ${reached} reached something new, ${found} findings\n`);
  return found;
}

async function replay(targets: readonly FuzzTarget[], file: string): Promise<number> {
  let found = 0;
  for (const target of targets) {
    const { finding, tookMs } = await tryInput(target, readFileSync(file));
    if (finding !== undefined) found++;
    process.stdout.write(
      `${target.name}: ${finding === undefined ? 'every law holds' : `${finding.kind}: ${finding.key}\n${finding.detail}`} (${Math.round(tookMs)} ms)\n`,
    );
  }
  return found === 0 ? 0 : 1;
}

const digestOf = (input: Uint8Array): string => createHash('sha256').update(input).digest('hex').slice(0, 12);
