import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runCli } from '../../testing/run-cli.ts';
import { addressOf, recordingName } from './recording-arguments.ts';

let folder: string;
const url = 'https://portal.example.test/';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'harrier-record-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (name: string) => path.join(folder, name);

it('says that there is no such browser, and what to do', async () => {
  const { code, err } = await runCli(['record', url, '--browser', '/nowhere/chrome', '-o', at('a.har')]);
  expect(code).toBe(5);
  expect(err).toContain('/nowhere/chrome: No browser was found');
  expect(err).toContain('Install Google Chrome');
});

it('says that nobody answers at a port, and attaches to no other machine', async () => {
  const nobody = await runCli(['record', '--attach', '1', '-o', at('a.har')]);
  expect(nobody.code).toBe(5);
  expect(nobody.err).toContain('No browser answers there');
  const elsewhere = await runCli([
    'record',
    '--attach',
    'ws://portal.example.test/devtools',
    '-o',
    at('a.har'),
  ]);
  expect(elsewhere.code).toBe(2);
  expect(elsewhere.err).toContain('this machine alone');
});

it.each([
  [['record']],
  [['record', 'ftp://portal.example.test/']],
  [['record', url, 'second']],
  [['record', url, '--seconds', 'soon']],
  [['record', url, '--raw', 'yes']],
  [['record', url, '--raw', 'with-credentials', '--report', 'r.json']],
  [['record', url, '--report', '-']],
  [['record', url, '-o', 'a.har', '--report', './a.har']],
  [['record', url, '--attach', '9222', '--headless']],
])('refuses %j before a browser is started', async (words) => {
  expect((await runCli([...words, '--browser', '/nowhere/chrome'])).code).toBe(2);
});

it('keeps a file that is there, and takes no key that is none', async () => {
  writeFileSync(at('there.har'), 'old');
  expect((await runCli(['record', url, '-o', at('there.har')])).code).toBe(2);
  writeFileSync(at('no.key'), 'no key');
  const { code, err } = await runCli(['record', url, '-o', at('new.har'), '--original-to', at('no.key')]);
  expect(code).toBe(2);
  expect(err).toContain('--original-to');
});

it('takes an address as people type it, and names a file by day and time', () => {
  expect(addressOf(['portal.example.test/users'], false)).toBe('https://portal.example.test/users');
  expect(addressOf([], true)).toBeUndefined();
  expect(recordingName(new Date(2026, 10, 21, 9, 5, 7))).toBe('recording-2026-11-21-090507.har');
});
