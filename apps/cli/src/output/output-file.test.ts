import {
  linkSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { UsageError } from '../arguments/usage-error.ts';
import { createOutputFile, OutputFailedError } from './output-file.ts';

let folder: string;
const bytes = new TextEncoder().encode('{"log":{}}');

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'harrier-output-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (name: string) => path.join(folder, name);

async function refusal(file: string, input?: string): Promise<string | undefined> {
  try {
    await (await createOutputFile(file, input, 'refuse')).discard();
  } catch (error) {
    if (error instanceof UsageError) return error.problem.kind;
    throw error;
  }
  return undefined;
}

it('puts nothing in its place before it is whole', async () => {
  const output = await createOutputFile(at('out.har'), undefined, 'refuse');
  await output.write(bytes);
  expect(readdirSync(folder)).not.toContain('out.har');
  await output.commit();
  expect(readdirSync(folder)).toEqual(['out.har']);
  expect(readFileSync(at('out.har'))).toEqual(Buffer.from(bytes));
});

it.skipIf(process.platform === 'win32')('is readable by its owner alone', async () => {
  const output = await createOutputFile(at('out.har'), undefined, 'refuse');
  await output.commit();
  expect(statSync(at('out.har')).mode & 0o777).toBe(0o600);
});

it('leaves no trace when it is discarded', async () => {
  const output = await createOutputFile(at('out.har'), undefined, 'refuse');
  await output.write(bytes);
  await output.discard();
  expect(readdirSync(folder)).toEqual([]);
});

it('refuses the input under any of its names', async () => {
  writeFileSync(at('in.har'), '{}');
  symlinkSync('in.har', at('symlink.har'));
  linkSync(at('in.har'), at('hardlink.har'));
  for (const name of ['in.har', 'symlink.har', 'hardlink.har', './in.har'])
    expect(await refusal(at(name), at('in.har'))).toBe('output-is-input');
});

it('keeps an existing file unless it is empty or told otherwise', async () => {
  writeFileSync(at('old.har'), 'old');
  expect(await refusal(at('old.har'))).toBe('output-exists');
  expect(readFileSync(at('old.har'), 'utf8')).toBe('old');
  const forced = await createOutputFile(at('old.har'), undefined, 'replace');
  await forced.write(bytes);
  await forced.discard();
  expect(readFileSync(at('old.har'), 'utf8')).toBe('old');
  writeFileSync(at('empty.har'), '');
  expect(await refusal(at('empty.har'))).toBe(undefined);
});

it('writes through a symbolic link into the file it names', async () => {
  writeFileSync(at('target.har'), '');
  symlinkSync('target.har', at('link.har'));
  const output = await createOutputFile(at('link.har'), undefined, 'refuse');
  await output.write(bytes);
  await output.commit();
  expect(readFileSync(at('target.har'), 'utf8')).toBe('{"log":{}}');
});

it('says what the system said when a folder is missing', async () => {
  await expect(createOutputFile(at('no/such/out.har'), undefined, 'refuse')).rejects.toSatisfy(
    (error) => error instanceof OutputFailedError && error.systemCode === 'ENOENT',
  );
  expect(await refusal(folder)).toBe('output-is-folder');
});
