import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { known, table } from '../../measure/markdown-table.ts';
import { median } from '../../measure/median.ts';
import { alternating } from '../../measure/rounds.ts';
import { runNode } from '../../measure/run-child.ts';
import { loadFiles } from './load-files.ts';
import type { LogsPart } from './part.ts';

/** What one run of `extract-once` prints. */
export interface Extraction {
  readonly ms: number;
  readonly ids: number;
}

const extractOnce = fileURLToPath(new URL('./extract-once.js', import.meta.url));

const WAYS = [
  { way: 'parse', label: 'readline + JSON.parse, the id’s field' },
  { way: 'parse-find', label: 'readline + JSON.parse, ids of the line' },
  { way: 'records', label: 'Harrier, whole records' },
  { way: 'scan', label: 'Harrier, ids from bytes' },
] as const;

/** JSON.parse needs long enough for its time to be more than warming up. */
const FILE_BYTES = 48e6;
const GOAL = 10;

/** Ids out of JSON lines that are in memory, a fresh process for each run. */
export const extractionPart: LogsPart = {
  name: 'extraction',
  summary: 'tracking ids out of JSON lines',
  run: async ({ rounds, lines, seed, say }) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'harrier-bench-extraction-'));
    try {
      const file = path.join(folder, 'all.json');
      const bytes = writeJsonLines(await loadFiles(lines, seed), file);
      const times = new Map<string, number[]>(WAYS.map(({ way }) => [way, []]));
      const ids = new Map<string, number>();
      for (const { way } of alternating(WAYS.map(({ way }) => ({ way, rounds })))) {
        const run = await runNode([extractOnce, way, file], { timeoutMs: 120_000, stdout: 'keep' });
        if (run.end !== 'done') throw new Error(`extract-once ${way}: ${run.end} ${run.stderr}`);
        const found = JSON.parse(run.stdout) as Extraction;
        times.get(way)!.push(found.ms);
        ids.set(way, found.ids);
        say(`${way}  ${found.ms.toFixed(0)} ms`);
      }
      const middle = (way: string) => median(times.get(way)!);
      const ratio = middle('parse') / middle('scan');
      const rows = WAYS.map(({ way, label }) => [
        label,
        known(middle(way), 0),
        known(bytes / 1e3 / middle(way), 0),
        known(middle('parse') / middle(way), 1),
        String(ids.get(way)),
      ]);
      return {
        title: 'Tracking ids out of JSON lines in memory',
        lines: [
          `${(bytes / 1e6).toFixed(0)} MB of the lab’s JSON lines, ${rounds} runs each in fresh processes.`,
          '',
          ...table(['Way', 'ms', 'MB/s', '× yardstick', 'ids'], rows),
        ],
        goals: [
          {
            goal: `ids from bytes: at least ${GOAL} × readline + JSON.parse`,
            measured: `${ratio.toFixed(1)} ×`,
            isMet: ratio >= GOAL,
          },
        ],
        raw: Object.fromEntries(times),
      };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** The JSON lines of all services, over and over up to the size. */
function writeJsonLines(folder: string, file: string): number {
  const services = readdirSync(folder).filter((name) => name.includes('service'));
  const once = Buffer.concat(services.map((name) => readFileSync(path.join(folder, name))));
  // The last line of a load may be cut from its event, never inside.
  const times = Math.max(1, Math.ceil(FILE_BYTES / once.length));
  writeFileSync(file, Buffer.concat(Array.from({ length: times }, () => once)));
  return once.length * times;
}
