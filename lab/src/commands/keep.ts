import { copyFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { TruthFile } from '../scenario/recorded-truth.ts';
import type { Command } from './command.ts';
import { defaultFolder } from './record.ts';

const committed = path.resolve(import.meta.dirname, '../../../fixtures/lab');

/** What a checkout may carry for the lab, all in all. */
const LIMIT_BYTES = 15_000_000;
/** Larger captures are about size; they are recorded anew where somebody needs them. */
const LARGEST_BYTES = 500_000;

/** `keep`: the part of the recordings that is committed, so that tests and benches run without a browser. */
export const keep: Command = {
  name: 'keep',
  usage: '[-o <folder>]',
  summary: 'Copies the recordings that are committed into fixtures/lab, in place of what is there.',
  async run(words) {
    const { values } = parseArgs({ args: [...words], options: { output: { type: 'string', short: 'o' } } });
    const target = values.output ?? committed;
    await rm(target, { recursive: true, force: true });
    const families = new Set<string>();
    let bytes = 0;
    for (const folder of (await readdir(defaultFolder)).sort()) {
      const truth = JSON.parse(
        await readFile(path.join(defaultFolder, folder, 'truth.json'), 'utf8'),
      ) as TruthFile;
      bytes += await keepScenario(
        folder,
        truth,
        target,
        families.has(truth.family) ? 'one form' : 'all forms',
      );
      families.add(truth.family);
    }
    process.stdout.write(`${(bytes / 1e6).toFixed(1)} MB of ${families.size} families in ${target}\n`);
    if (bytes <= LIMIT_BYTES) return 0;
    process.stderr.write(`That is more than the ${LIMIT_BYTES / 1e6} MB that may be committed.\n`);
    return 1;
  },
};

/** Every form of one scenario a family, DevTools' full export of the others. Gives the bytes. */
async function keepScenario(
  folder: string,
  truth: TruthFile,
  target: string,
  how: 'one form' | 'all forms',
): Promise<number> {
  const sizes = new Map<string, number>();
  for (const { file } of truth.captures)
    sizes.set(file, (await stat(path.join(defaultFolder, folder, file))).size);
  const captures = truth.captures.filter(
    ({ dialect, file }) =>
      (how === 'all forms' || dialect === 'chrome') && (sizes.get(file) ?? 0) <= LARGEST_BYTES,
  );
  if (captures.length === 0) return 0;
  await mkdir(path.join(target, folder), { recursive: true });
  for (const { file } of captures)
    await copyFile(path.join(defaultFolder, folder, file), path.join(target, folder, file));
  const text = `${JSON.stringify({ ...truth, captures }, null, 2)}\n`;
  await writeFile(path.join(target, folder, 'truth.json'), text);
  return text.length + captures.reduce((sum, { file }) => sum + (sizes.get(file) ?? 0), 0);
}
