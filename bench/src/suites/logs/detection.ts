import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openLogBatches, TEXT_FORMAT } from '@harrier/logs';
import { known, table } from '../../measure/markdown-table.ts';
import { loadFiles } from './load-files.ts';
import type { LogsPart } from './part.ts';

/** Lines that one machine wrote together. */
interface Event {
  readonly format: string;
  readonly lines: readonly string[];
}

/** What each machine writes, and how a first line of it begins: written down here, not asked of the formats. */
const MACHINES: readonly (readonly [RegExp, string, RegExp])[] = [
  [/^cpapi/, 'java-tracking', /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} /],
  [/^callserver/, 'call-server', /^\d{4}\.\d\d\.\d\d /],
  [/^ocirouter/, 'oci-router', /^\d\d\/[A-Z][a-z]{2}\/\d{4}:/],
  [/^ingress/, 'envoy-access', /^/],
  [/^idbroker/, 'syslog-5424', /^/],
  [/^recorder/, 'logfmt', /^/],
  [/service/, 'service-json', /^/],
];
const GOAL = 0.98;
/** Every line is held, with what is known about it. */
const MOST_LINES = 500_000;

/** All machines of the lab in one file by turns: how many lines get the format and the record that they belong to. */
export const detectionPart: LogsPart = {
  name: 'detection',
  summary: 'formats of services that write into one file',
  run: async ({ lines, seed }) => {
    const folder = await loadFiles(Math.min(lines, MOST_LINES), seed);
    const queues = readdirSync(folder).map((file) =>
      eventsOf(file, readFileSync(path.join(folder, file), 'utf8')),
    );
    const events = interleave(queues, seed);
    const text = Buffer.from(`${events.flatMap((event) => event.lines).join('\n')}\n`);
    const heads = new Map<number, string>();
    const start = performance.now();
    for await (const batch of openLogBatches(pieces(text), { name: 'all.log' }))
      for (const { line, format } of batch) heads.set(line, format);
    const ms = performance.now() - start;
    const tally = new Map<string, { lines: number; right: number }>();
    let at = 1;
    for (const { format, lines: own } of events) {
      const row = tally.get(format) ?? { lines: 0, right: 0 };
      tally.set(format, row);
      const telling = own.filter((line) => line !== '').length;
      const isSplit = own.some((_, n) => n > 0 && heads.has(at + n));
      row.lines += telling;
      if (heads.get(at) === format && !isSplit) row.right += telling;
      at += own.length;
    }
    const all = [...tally.values()].reduce((sum, row) => sum + row.lines, 0);
    const share = [...tally.values()].reduce((sum, row) => sum + row.right, 0) / all;
    const asText = [...heads.values()].filter((format) => format === TEXT_FORMAT).length;
    const rows = [...tally].map(([format, row]) => [
      format,
      String(row.lines),
      known((row.right / row.lines) * 100, 2),
    ]);
    return {
      title: 'Formats of services that write into one file',
      lines: [
        `${all} lines of ${queues.length} machines, ${(text.length / 1e6).toFixed(0)} MB, read in ${ms.toFixed(0)} ms; ${asText} records fitted nothing.`,
        '',
        ...table(['Format', 'lines', '% right'], rows),
      ],
      goals: [
        {
          goal: `at least ${GOAL * 100} % of lines in the right record and format`,
          measured: `${(share * 100).toFixed(3)} %`,
          isMet: share >= GOAL,
        },
      ],
      raw: { ms, tally: Object.fromEntries(tally) },
    };
  },
};

async function* pieces(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

function eventsOf(file: string, text: string): Event[] {
  const machine = MACHINES.find(([name]) => name.test(file));
  if (machine === undefined) throw new Error(`Nothing is known about ${file}.`);
  const [, format, first] = machine;
  const events: string[][] = [];
  for (const line of text.split('\n').slice(0, -1)) {
    if (first.test(line) || events.length === 0) events.push([line]);
    else events.at(-1)!.push(line);
  }
  return events.map((lines) => ({ format, lines }));
}

/** Each machine's events in their order, machines by turns; the same seed gives the same turns. */
function interleave(queues: readonly (readonly Event[])[], seed: number): Event[] {
  const rest = queues.filter((queue) => queue.length > 0).map((queue) => ({ queue, next: 0 }));
  const events: Event[] = [];
  let state = seed;
  while (rest.length > 0) {
    // Numerical Recipes' generator: enough to mix.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const at = Math.floor((state / 2 ** 32) * rest.length);
    const one = rest[at]!;
    events.push(one.queue[one.next++]!);
    if (one.next === one.queue.length) rest.splice(at, 1);
  }
  return events;
}
