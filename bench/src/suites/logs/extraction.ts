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
  /** Time on a core, compiling and collecting garbage included: what others do on the machine does not count. */
  readonly cpuMs: number;
  readonly ids: number;
}

const extractOnce = fileURLToPath(new URL('./extract-once.js', import.meta.url));

const WAYS = [
  { way: 'parse', label: 'readline + JSON.parse, the id’s field', isJudged: true },
  { way: 'parse-find', label: 'readline + JSON.parse, ids of the line', isJudged: false },
  { way: 'records', label: 'Harrier, whole records', isJudged: false },
  { way: 'scan', label: 'Harrier, ids from bytes', isJudged: true },
] as const;

/** Long enough that compiling is no large part of it: of 160 MB it was half of the scan (40 of 80 ms of a core). */
const FILE_BYTES = 320e6;
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
      const runs = new Map<string, Extraction[]>(WAYS.map(({ way }) => [way, []]));
      // The slow ones are there for comparison; once will do.
      const contestants = WAYS.map(({ way, isJudged }) => ({ way, rounds: isJudged ? rounds : 1 }));
      for (const { way } of alternating(contestants)) {
        const run = await runNode([extractOnce, way, file], { timeoutMs: 120_000, stdout: 'keep' });
        if (run.end !== 'done') throw new Error(`extract-once ${way}: ${run.end} ${run.stderr}`);
        const found = JSON.parse(run.stdout) as Extraction;
        runs.get(way)!.push(found);
        say(`${way}  ${found.cpuMs.toFixed(0)} ms of a core, ${found.ms.toFixed(0)} ms in all`);
      }
      const middle = (way: string) => median(runs.get(way)!.map(({ cpuMs }) => cpuMs));
      const ratio = middle('parse') / middle('scan');
      const rows = WAYS.map(({ way, label }) => [
        label,
        known(middle(way), 0),
        known(median(runs.get(way)!.map(({ ms }) => ms)), 0),
        known(bytes / 1e3 / middle(way), 0),
        known(middle('parse') / middle(way), 1),
        String(runs.get(way)![0]!.ids),
      ]);
      return {
        title: 'Tracking ids out of JSON lines in memory',
        lines: [
          `${(bytes / 1e6).toFixed(0)} MB of the lab’s JSON lines, ${rounds} runs in fresh processes (1 for what is not judged); CPU time, medians.`,
          '',
          ...table(['Way', 'CPU ms', 'wall ms', 'MB/s of CPU', '× yardstick', 'ids'], rows),
        ],
        goals: [
          {
            goal: `ids from bytes: at least ${GOAL} × readline + JSON.parse`,
            measured: `${ratio.toFixed(1)} ×`,
            isMet: ratio >= GOAL,
          },
        ],
        raw: Object.fromEntries(runs),
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
