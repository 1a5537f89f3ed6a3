import { describe, expect, it } from 'vitest';
import { commandTable, loadEveryCommand } from './commands/command-table.ts';
import { main } from './main.ts';
import { runCli } from './testing/run-cli.ts';
import { testIo } from './testing/string-sink.ts';

async function run(...argv: string[]) {
  const io = testIo();
  const code = await main(argv, io);
  return { code, out: io.stdout.text, err: io.stderr.text };
}

describe('wrong usage ends with 2, says what is wrong and prints nothing on standard output', () => {
  it.each([
    [['tirage', 'a.har'], 'Did you mean triage?'],
    [['frobnicate', 'a.har'], 'triage, compare, table, show, sanitize, convert'],
    [['table'], '<file> is missing'],
    [['table', 'a.har', '--jsno'], 'Did you mean --json?'],
    [['table', 'a.har', '--json', '--csv'], 'exclude each other'],
    [['table', 'a.har', '--filter'], '--filter needs a value'],
    [['table', 'a.har', '--fail-on', 'error'], 'belongs to triage'],
    [['triage', 'a.har', '--fail-on', 'eror'], 'Did you mean error?'],
    [['triage', 'a.har', '--lang', 'de'], 'en, fr, ja, ko, zh-CN, zh-TW'],
    [['show', 'a.har', 'first'], 'whole number'],
    [['show', 'a.har', '1', '--tab', 'timign'], 'Did you mean timing?'],
    [['show', 'a.har', '1', '-o', 'x'], '--tab payload, preview or response'],
    [['convert', 'a.har'], '-o <out.har>'],
    [['convert', 'a.har', '-o', '-', '--json'], 'exclude each other'],
  ])('%j', async (argv, said) => {
    const { code, out, err } = await run(...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(said);
    expect(err).toContain('Next: See harrier ');
  });
});

it('writes no empty file where a body was not recorded, and an empty one where there was none', async () => {
  const entry = (status: number) => ({
    startedDateTime: '2026-01-01T00:00:00Z',
    time: 1,
    request: { method: 'GET', url: 'https://a.example.test/', httpVersion: '1.1', headers: [] },
    response: { status, headers: [], content: { size: 5, mimeType: 'text/plain' } },
    timings: { send: 0, wait: 1, receive: 0 },
  });
  const stdin = JSON.stringify({ log: { version: '1.2', entries: [entry(200), entry(204)] } });
  const write = async (index: string) =>
    await runCli(['show', '-', index, '--tab', 'response', '-o', '-'], { stdin });
  expect(await write('0')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('not recorded') });
  expect(await write('1')).toMatchObject({ code: 0, out: '' });
});

it('prints help on standard error when nothing was asked', async () => {
  expect(await run()).toMatchObject({ code: 2, out: '', err: expect.stringContaining('Commands') });
});

it.each(['--help', '-h', 'help'])('explains itself with %s', async (word) => {
  const { code, out } = await run(word);
  expect(code).toBe(0);
  for (const { name } of commandTable) expect(out).toContain(`  ${name} `);
});

it('loads each command under its own name', async () => {
  const loaded = await loadEveryCommand();
  expect(loaded.map(({ name }) => name)).toEqual(commandTable.map(({ name }) => name));
});

it('explains every option of every command', async () => {
  for (const { name, options } of await loadEveryCommand()) {
    const { code, out } = await run(...name.split(' '), '--help');
    expect(code).toBe(0);
    for (const option of options) expect(out).toContain(`--${option}`);
    expect((await run('help', ...name.split(' '))).out).toBe(out);
  }
});

it('speaks of standard input where a file may be that, and nowhere else', async () => {
  const speaks = async (...command: string[]) =>
    (await run(...command, '--help')).out.includes('A file named - is standard input.');
  for (const command of ['triage', 'unseal', 'escalate', 'trace']) expect(await speaks(command)).toBe(true);
  expect(await speaks('logs', 'import')).toBe(true);
  for (const command of ['serve', 'worker', 'case', 'exception', 'record', 'open', 'explain', 'completion'])
    expect(await speaks(command)).toBe(false);
});

it('says its version', async () => {
  expect((await run('--version')).out).toMatch(/^harrier \d+\.\d+\.\d+\n$/);
});

it('lets nothing of a command line move the cursor', async () => {
  const { code, err } = await run('table', '\x1b[2J\u202e.har');
  expect(code).toBe(3);
  expect(err).toContain('\\x1b[2J\\u202e.har');
});
