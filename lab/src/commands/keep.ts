import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { RecordedTruth, TruthFile } from '../scenario/recorded-truth.ts';
import type { Command } from './command.ts';
import { defaultFolder } from './record.ts';
import { withoutTokens } from './without-tokens.ts';

const committed = path.resolve(import.meta.dirname, '../../../fixtures/lab');

/** What a checkout may carry for the lab, all in all. */
const LIMIT_BYTES = 15_000_000;
/** Larger captures are about size; they are recorded anew where somebody needs them. */
const LARGEST_BYTES = 300_000;

const origin = `# Captures of the lab

Ours: recorded by \`npm run lab\` with Chromium from servers of this repository, and copied here by \`npm run lab -- keep\`. Hosts,
people and numbers are invented. \`truth.json\` says what is wrong in each.

Of each scenario that rules may be written by there is DevTools' full export, of the first of each family also a Playwright zip
and a Fiddler archive. Left out: scenarios that are only measured, captures of more than ${LARGEST_BYTES / 1000} kB, and those about what a
token says of itself, because tokens stand here as \`lab-token-1\`. White space between JSON values is left out.
`;

/** `keep`: the part of the recordings that is committed, so that tests and benches run without a browser. */
export const keep: Command = {
  name: 'keep',
  usage: '[-o <folder>]',
  summary: 'Copies the recordings that are committed into fixtures/lab, in place of what is there.',
  async run(words) {
    const { values } = parseArgs({ args: [...words], options: { output: { type: 'string', short: 'o' } } });
    const target = values.output ?? committed;
    await rm(target, { recursive: true, force: true });
    await mkdir(target, { recursive: true });
    await writeFile(path.join(target, 'ORIGIN.md'), origin);
    const families = new Set<string>();
    let bytes = 0;
    const folders = (await readdir(defaultFolder, { withFileTypes: true })).filter((one) =>
      one.isDirectory(),
    );
    for (const folder of folders.map(({ name }) => name).sort()) {
      const from = path.join(defaultFolder, folder);
      const truth = JSON.parse(await readFile(path.join(from, 'truth.json'), 'utf8')) as TruthFile;
      if (truth.set !== 'develop') continue;
      const kept = await keptFiles(from, truth, families.has(truth.family) ? 'one form' : 'all forms');
      if (kept.size === 0) continue;
      families.add(truth.family);
      bytes += await writeKept(path.join(target, folder), truth, kept);
    }
    process.stdout.write(`${(bytes / 1e6).toFixed(1)} MB of ${families.size} families in ${target}\n`);
    if (bytes <= LIMIT_BYTES) return 0;
    process.stderr.write(`That is more than the ${LIMIT_BYTES / 1e6} MB that may be committed.\n`);
    return 1;
  },
};

/** The captures of a scenario that are committed, as they are committed. */
async function keptFiles(
  from: string,
  { captures }: TruthFile,
  how: 'one form' | 'all forms',
): Promise<ReadonlyMap<RecordedTruth, string | Uint8Array>> {
  const kept = new Map<RecordedTruth, string | Uint8Array>();
  const full = captures.find(({ dialect }) => dialect === 'chrome');
  if (full === undefined) return kept;
  const { text, tokens } = withoutTokens(await readFile(path.join(from, full.file), 'utf8'));
  const isAboutTokens = full.expects.some(({ finding }) => /^auth\/(?:token-|clock-)/.test(finding));
  if (tokens > 0 && isAboutTokens) return kept;
  const compact = JSON.stringify(JSON.parse(text));
  if (compact.length > LARGEST_BYTES) return kept;
  kept.set(full, compact);
  // Inside of archives nobody sees a token.
  if (how === 'one form' || tokens > 0) return kept;
  for (const capture of captures)
    if (capture.dialect === 'playwright-zip' || capture.dialect === 'fiddler')
      kept.set(capture, await readFile(path.join(from, capture.file)));
  return kept;
}

/** Gives the bytes. */
async function writeKept(
  folder: string,
  truth: TruthFile,
  kept: ReadonlyMap<RecordedTruth, string | Uint8Array>,
): Promise<number> {
  await mkdir(folder, { recursive: true });
  const files = new Map<string, string | Uint8Array>([
    ['truth.json', `${withoutTokens(JSON.stringify({ ...truth, captures: [...kept.keys()] })).text}\n`],
    ...[...kept].map(([{ file }, content]) => [file, content] as const),
  ]);
  for (const [file, content] of files) await writeFile(path.join(folder, file), content);
  return [...files.values()].reduce((sum, content) => sum + Buffer.byteLength(content), 0);
}
