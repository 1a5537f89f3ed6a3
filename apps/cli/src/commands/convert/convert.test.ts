import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { corpusFile } from '../../testing/corpus.ts';
import { runCli } from '../../testing/run-cli.ts';

const capture = corpusFile('mitmproxy+mitmproxy--safari.har');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'harrier-convert-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (name: string) => path.join(folder, name);

it('writes the same to a file as to standard output, and says how much', async () => {
  const piped = await runCli(['convert', capture, '-o', '-']);
  const filed = await runCli(['convert', capture, '-o', at('out.har')]);
  expect(filed).toMatchObject({ code: 0, out: '', err: expect.stringContaining('19 requests') });
  expect(readFileSync(at('out.har'), 'utf8')).toBe(piped.out);
});

it('tells a program what it wrote', async () => {
  const { out } = await runCli(['convert', '--json', capture, '-o', at('out.har')]);
  expect(JSON.parse(out)).toMatchObject({
    output: at('out.har'),
    entries: 19,
    sizeBytes: readFileSync(at('out.har')).length,
    notes: expect.any(Array),
  });
});

it('unpacks what comes through standard input', async () => {
  const { code, out } = await runCli(['convert', '-', '-o', '-'], { stdin: gzipSync(readFileSync(capture)) });
  expect(code).toBe(0);
  expect(JSON.parse(out).log.entries).toHaveLength(19);
});

it('leaves nothing behind when the input is no capture, and an older output alone', async () => {
  writeFileSync(at('bad.har'), 'no capture at all');
  writeFileSync(at('old.har'), 'old');
  expect((await runCli(['convert', at('bad.har'), '-o', at('out.har')])).code).toBe(3);
  expect((await runCli(['convert', at('bad.har'), '-o', at('old.har'), '--force'])).code).toBe(3);
  expect(readdirSync(folder).sort()).toEqual(['bad.har', 'old.har']);
  expect(readFileSync(at('old.har'), 'utf8')).toBe('old');
});

it('refuses the input for its output, and an existing file without --force', async () => {
  writeFileSync(at('in.har'), readFileSync(capture));
  expect(await runCli(['convert', at('in.har'), '-o', at('in.har'), '--force'])).toMatchObject({ code: 2 });
  writeFileSync(at('old.har'), 'old');
  expect((await runCli(['convert', at('in.har'), '-o', at('old.har')])).err).toContain('--force replaces it');
  expect((await runCli(['convert', at('in.har'), '-o', at('old.har'), '--force'])).code).toBe(0);
});

it('ends with 5 when the output cannot be written', async () => {
  const { code, err } = await runCli(['convert', capture, '-o', at('no/such/folder/out.har')]);
  expect(code).toBe(5);
  expect(err).toContain('the folder does not exist');
});
