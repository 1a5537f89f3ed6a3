import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findingSources } from '@harrier/knowledge/pages';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OptionSpec, optionTable } from '../arguments/option-table.ts';
import { commandTable } from '../commands/command-table.ts';
import { main } from '../main.ts';
import { corpusFile } from '../testing/corpus.ts';
import { pseudoWords } from '../testing/pseudo-words.ts';
import { testIo } from '../testing/string-sink.ts';
import { type AllWords, wordsFor } from './for-language.ts';

const example = fileURLToPath(new URL('../../../../fixtures/example/call-recording.saz', import.meta.url));
const capture = corpusFile('mitmproxy+mitmproxy--incomplete_log.har');
let folder = '';
let captured = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'harrier-pseudo-'));
  const har = path.join(folder, 'example.har');
  await main(['convert', example, '-o', har], testIo());
  // Playbooks are data and bring sentences of their own; the pseudo-language takes the French ones.
  const packs = new URL('../../../../packages/analyze/src/playbooks/packs/', import.meta.url);
  const books = (await readdir(packs)).filter((name) => name.endsWith('.json'));
  const texts = await Promise.all(books.map((name) => readFile(new URL(name, packs), 'utf8')));
  const told = texts.flatMap((text) => frenchOf(JSON.parse(text))).join(' ');
  captured = `${told} ${await readFile(har, 'utf8')} ${await readFile(capture, 'utf8')} ${folder} ${example} ${capture}`;
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** What is typed and what is measured: the same in every language. */
const literals = new Set([
  'harrier',
  'UTC',
  'HAR',
  // Ids of findings.
  ...Object.keys(findingSources).flatMap((id) => id.split(/[/-]/)),
  ...commandTable.flatMap(({ name }) => name.split(' ')),
  ...Object.keys(optionTable).flatMap((name) => name.split('-')),
  ...Object.values<OptionSpec>(optionTable).flatMap((spec) => spec.oneOf ?? []),
]);

/** Every text that stands under `fr`. */
function frenchOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'fr' ? [JSON.stringify(inner)] : frenchOf(inner),
  );
}

/** Without lines that show what is typed, and without what stands for a value (`<file>`). */
function withoutCalls(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^ {2}(?:\S*=\S+ )?(?:harrier|curl|npx) |\| *(?:jq|harrier)/.test(line))
    .join('\n')
    .replace(/<[^<>]*>/g, '');
}

/** Words that were said past the words: no captured text, no literal. */
async function saidPastTheWords(
  argv: readonly string[],
  more: readonly string[] = [],
  speak: () => Promise<AllWords> = pseudoWords,
): Promise<string[]> {
  const io = testIo({ columns: 100 });
  await main(argv, io, speak);
  const said = withoutCalls(`${io.stdout.text}\n${io.stderr.text}`);
  expect(said.trim()).not.toBe('');
  const known = new Set([...literals, ...more, ...argv.flatMap((word) => word.match(/[A-Za-z]+/g) ?? [])]);
  const words = said.match(/[A-Za-z]{2,}/g) ?? [];
  return [...new Set(words.filter((word) => !known.has(word) && !captured.includes(word)))];
}

const file = () => path.join(folder, 'example.har');

describe('a language that has no Latin letters', () => {
  it.each([
    [['triage', '--all']],
    [['table']],
    [['table', '--group', 'template']],
    [['table', '--filter', 'status:>=400']],
    [['show', '3']],
    [['show', '3', '--tab', 'headers']],
    [['show', '3', '--tab', 'payload']],
    [['show', '3', '--tab', 'preview']],
    [['show', '3', '--tab', 'response']],
    [['show', '3', '--tab', 'initiator']],
    [['show', '3', '--tab', 'timing']],
    [['sanitize', '--check']],
  ])('%j says nothing in English', async ([command = '', ...rest]) => {
    expect(await saidPastTheWords([command, file(), ...rest])).toEqual([]);
  });

  it('compares, converts and sanitizes without English', async () => {
    const out = (name: string) => ['-o', path.join(folder, name)];
    expect(await saidPastTheWords(['compare', file(), capture])).toEqual([]);
    expect(await saidPastTheWords(['convert', file(), ...out('converted.har')])).toEqual([]);
    expect(await saidPastTheWords(['sanitize', file(), ...out('clean.har')])).toEqual([]);
  });

  it.each([
    [['frobnicate']],
    [['table']],
    [['table', 'a.har', '--jsno']],
    [['show', 'no-such-file.har', '1']],
    [['table', 'no-such-file.har', '--filter', '((']],
    [['convert', 'a.har']],
    [['explain', 'qqqq']],
  ])('%j errs without English', async (argv) => {
    expect(await saidPastTheWords(argv)).toEqual([]);
  });

  it('would notice English', async () => {
    expect((await saidPastTheWords(['triage', file()], [], () => wordsFor('en'))).length).toBeGreaterThan(20);
  });

  it.each(commandTable.map(({ name }) => name))('harrier %s --help speaks no English', async (name) => {
    expect(await saidPastTheWords([...name.split(' '), '--help'])).toEqual([]);
  });

  it('lists its commands without English', async () => {
    expect(await saidPastTheWords(['--help'], ['command', 'options', 'file'])).toEqual([]);
  });
});
