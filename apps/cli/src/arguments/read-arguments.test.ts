import { expect, it } from 'vitest';
import { type ArgumentShape, readArguments } from './read-arguments.ts';
import { UsageError } from './usage-error.ts';

const table: ArgumentShape = {
  name: 'table',
  positionals: ['file'],
  options: ['help', 'json', 'filter', 'lang'],
};
const convert: ArgumentShape = {
  name: 'convert',
  positionals: ['file'],
  options: ['help', 'output', 'force'],
};

async function read(line: string, shape: ArgumentShape = table) {
  return await readArguments(line.split(' ').filter(Boolean), shape, async () => [table, convert]);
}

async function problemOf(line: string, shape: ArgumentShape = table) {
  try {
    await read(line, shape);
  } catch (error) {
    if (error instanceof UsageError) return error.problem;
    throw error;
  }
  return undefined;
}

it('takes options before and after the file', async () => {
  const wanted = { positionals: ['a.har'], options: { json: true, filter: 'status:4xx' } };
  expect(await read('--json --filter=status:4xx a.har')).toEqual(wanted);
  expect(await read('a.har --filter status:4xx --json')).toEqual(wanted);
});

it('takes a dash for standard input and output', async () => {
  expect(await read('- -o -', convert)).toEqual({ positionals: ['-'], options: { output: '-' } });
});

it('takes a negated filter for the value it is', async () => {
  expect((await read('--filter -status:200 a.har')).options.filter).toBe('-status:200');
});

it('takes everything behind two dashes for a file', async () => {
  expect((await read('-- --json')).positionals).toEqual(['--json']);
});

it('finds the language whatever its case', async () => {
  expect((await read('a.har --lang ZH-cn')).options.lang).toBe('zh-CN');
});

it.each([
  ['a.har --jsno', { kind: 'unknown-option', given: '--jsno', meant: '--json' }],
  ['a.har --xyzzy', { kind: 'unknown-option', given: '--xyzzy', meant: undefined }],
  ['a.har --force', { kind: 'option-elsewhere', option: '--force', command: 'table', commands: ['convert'] }],
  ['a.har --filter', { kind: 'needs-value', option: '--filter', oneOf: undefined }],
  ['a.har --json=yes', { kind: 'takes-no-value', option: '--json' }],
  ['a.har --filter=a --filter=b', { kind: 'given-twice', option: '--filter' }],
  ['', { kind: 'missing-argument', argument: 'file' }],
  ['a.har b.har', { kind: 'extra-argument', given: 'b.har' }],
])('says what is wrong with "%s"', async (line, problem) => {
  expect(await problemOf(line)).toEqual(problem);
});

it('names the languages when it knows none of that name', async () => {
  expect(await problemOf('a.har --lang de')).toMatchObject({
    kind: 'not-one-of',
    given: 'de',
    oneOf: expect.arrayContaining(['ja']),
  });
});

it('misses no file when help is asked for', async () => {
  expect((await read('--help')).options.help).toBe(true);
});

it('does not trip over names that every object has', async () => {
  expect(await problemOf('a.har --constructor')).toMatchObject({ kind: 'unknown-option' });
  expect(await problemOf('a.har --__proto__')).toMatchObject({ kind: 'unknown-option' });
});
