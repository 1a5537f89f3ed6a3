import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { writeLoad } from '../../../../lab/src/load/write-load.ts';
import { shippedFormats } from './shipped-formats.ts';
import { interleave, type LogEvent, ownersOf, shareRight } from './testing/interleaved.ts';
import { readText } from './testing/read-text.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'harrier-interleaved-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the lab's machines write, and how a first line of theirs begins: said here once more, not asked of the formats. */
const MACHINES: readonly (readonly [RegExp, string, RegExp])[] = [
  [/^cpapi/, 'java-tracking', /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} /],
  [/^callserver/, 'call-server', /^\d{4}\.\d\d\.\d\d /],
  [/^ocirouter/, 'oci-router', /^\d\d\/[A-Z][a-z]{2}\/\d{4}:/],
  [/^ingress/, 'envoy-access', /^/],
  [/^idbroker/, 'syslog-5424', /^/],
  [/^recorder/, 'logfmt', /^/],
  [/service/, 'service-json', /^/],
];

function eventsOf(file: string, text: string): LogEvent[] {
  const [, format, first] = MACHINES.find(([name]) => name.test(file))!;
  const events: string[][] = [];
  for (const line of text.split('\n').slice(0, -1)) {
    if (first.test(line)) events.push([line]);
    else events.at(-1)!.push(line);
  }
  return events.map((lines) => ({ format, lines }));
}

/** Formats that can stand anywhere in a file; a fragment after a record belongs to it by what it is. */
const samples: LogEvent[] = shippedFormats()
  .filter(({ fit }) => fit !== 'fragment')
  .flatMap(({ samples: given }) =>
    given.map(({ lines }) => ({ format: ownersOf(lines)[0]!.split(' ')[0]!, lines })),
  );

const others = Array.from({ length: 8 }, (_, at) =>
  interleave(
    samples.map((sample) => [sample]),
    at,
  ),
);

it('reads at least 98 of 100 lines right where all services of the lab and all formats write into one file', async () => {
  await writeLoad({ lines: 15_000, seed: 11, directory: folder });
  const machines = readdirSync(folder).map((file) =>
    eventsOf(file, readFileSync(path.join(folder, file), 'utf8')),
  );
  const { share, wrong } = shareRight(interleave([...machines, ...others], 3));
  expect(share >= 0.98 ? [] : wrong.slice(0, 20)).toEqual([]);
});

it('reads at least 98 of 100 lines right where every line before is of another format', () => {
  expect(samples.length).toBeGreaterThan(100);
  const { share, wrong } = shareRight(interleave(others, 5));
  expect(share >= 0.98 ? [] : wrong.slice(0, 20)).toEqual([]);
});

it('keeps a stack trace together when lines of other services come in between', async () => {
  const lines = [
    '2026-03-04 09:05:07,083 ERROR [main] com.example.App - failed',
    'java.lang.IllegalStateException: no',
    '192.0.2.7 - - [04/Mar/2026:09:05:07 +0000] "GET / HTTP/1.1" 200 1',
    '\tat com.example.App.main(App.java:7)',
    '{"level":"info","ts":1772615107.083,"msg":"served"}',
    'Caused by: java.io.IOException: inner',
    '\t... 7 more',
  ];
  const records = await readText(lines.join('\n'));
  expect(records.map(({ format, line }) => `${format} ${line}`)).toEqual([
    'log4j 1',
    'common-log 3',
    'zap 5',
  ]);
  expect(records[0]!.body.split('\n')).toEqual(['failed', lines[1], lines[3], lines[5], lines[6]]);
});
