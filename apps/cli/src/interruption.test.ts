import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type CliIo, OutputClosedError } from './io.ts';
import { main } from './main.ts';
import { writeOutput } from './output/write-output.ts';
import { streamSink } from './process-io.ts';
import { corpusFile } from './testing/corpus.ts';
import { stringSink, testIo } from './testing/string-sink.ts';

const capture = corpusFile('mitmproxy+mitmproxy--safari.har');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'harrier-interruption-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
])('stops waiting for standard input at %s', async (signal, code) => {
  const controller = new AbortController();
  const io: CliIo = { ...testIo({ signal: controller.signal }), stdin: new Readable({ read() {} }) };
  const ended = main(['triage', '-'], io);
  controller.abort(signal);
  expect(await ended).toBe(code);
});

it('takes a half-written file away when it is stopped', async () => {
  const controller = new AbortController();
  const io = testIo({ signal: controller.signal });
  const place = { output: path.join(folder, 'out.har'), input: '-', force: false };
  const writing = writeOutput(io, place, async (write) => {
    await write(new Uint8Array(10));
    expect(readdirSync(folder)).toHaveLength(1);
    controller.abort('SIGINT');
    await write(new Uint8Array(10));
  });
  await expect(writing).rejects.toBe('SIGINT');
  expect(readdirSync(folder)).toEqual([]);
});

it.each([
  [['table', capture]],
  [['table', '--json', capture]],
  [['triage', capture]],
  [['convert', capture, '-o', '-']],
])('ends quietly when the reader of %j has gone', async (argv) => {
  const stderr = stringSink();
  const stdout = { ...stringSink(), write: () => Promise.reject(new OutputClosedError()) };
  expect(await main(argv, { ...testIo(), stdout, stderr })).toBe(0);
  expect(stderr.text).toBe('');
});

it.each([[['table', capture]], [['triage', '--json', capture]], [['convert', capture, '-o', '-']]])(
  'says that the disk is full when %j cannot write to standard output, and blames nobody',
  async (argv) => {
    const full = new Writable({
      write: (_, __, done) => done(Object.assign(new Error('no room'), { code: 'ENOSPC' })),
    });
    const stderr = stringSink();
    const stdout = streamSink(Object.assign(full, { isTTY: false, columns: 80 }));
    expect(await main(argv, { ...testIo(), stdout, stderr })).toBe(5);
    expect(stderr.text).toMatch(/^harrier: standard output could not be written: the disk is full\.\n/);
  },
);
