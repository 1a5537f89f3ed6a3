import { fileURLToPath } from 'node:url';
import { type CachedCapture, cachedCapture } from '../../generate/capture-file.ts';
import type { Figure } from '../../goals/figure.ts';
import { table } from '../../measure/markdown-table.ts';
import { median, p95 } from '../../measure/median.ts';
import { runNode } from '../../measure/run-child.ts';

/** What one process found out that opened entries and bodies of one file, each once: nothing was read before. */
export interface OpeningTimes {
  readonly entryMs: readonly number[];
  /** Of the largest bodies that have at most 100 KiB. */
  readonly bodyMs: readonly number[];
}

/** Opening single things of a file that is indexed. */
export interface OpeningRun {
  readonly megabytes: number;
  /** Of each round. */
  readonly times: readonly OpeningTimes[];
}

// Seen from `bench/dist/suites/index`.
const openOnce = fileURLToPath(new URL('./open-once.js', import.meta.url));
const mostMs = 5;

/** Opens entries and bodies of a file of this size, each round in a fresh process. Throws where one fails. */
export async function measureOpening(
  megabytes: number,
  options: { capture: CachedCapture; rounds: number; timeoutMs: number },
): Promise<OpeningRun> {
  const times: OpeningTimes[] = [];
  const path = cachedCapture(megabytes, options.capture);
  for (let round = 0; round < options.rounds; round++) {
    const run = await runNode([openOnce, path], { timeoutMs: options.timeoutMs, stdout: 'keep' });
    if (run.end !== 'done') throw new Error(`open-once: ${run.end}: ${run.stderr.trim().slice(-300)}`);
    times.push(JSON.parse(run.stdout) as OpeningTimes);
  }
  return { megabytes, times };
}

/** The goal, held by the median round's 95th percentile. */
export function judgeOpening(runs: readonly OpeningRun[]): Figure[] {
  return runs.flatMap((run) =>
    kindsOf(run).map(({ what, ofRounds }) => ({
      goal: `${what}, ${run.megabytes} MB, opened: p95 at most ${mostMs} ms`,
      measured: `${median(ofRounds.map(p95)).toFixed(2)} ms`,
      isMet: median(ofRounds.map(p95)) <= mostMs,
    })),
  );
}

/** Every round's figures, as Markdown. */
export function openingTable(runs: readonly OpeningRun[]): string[] {
  return table(
    ['', 'median, ms', 'p95, ms', 'slowest, ms', 'p95 of every round, ms'],
    runs.flatMap((run) =>
      kindsOf(run).map(({ what, ofRounds }) => [
        `${what}, ${run.megabytes} MB`,
        median(ofRounds.map(median)).toFixed(2),
        median(ofRounds.map(p95)).toFixed(2),
        median(ofRounds.map((ms) => Math.max(...ms))).toFixed(2),
        ofRounds.map((ms) => p95(ms).toFixed(2)).join(' '),
      ]),
    ),
  );
}

function kindsOf({ times }: OpeningRun): { what: string; ofRounds: (readonly number[])[] }[] {
  return [
    { what: 'any entry', ofRounds: times.map(({ entryMs }) => entryMs) },
    { what: 'a body of at most 100 KiB', ofRounds: times.map(({ bodyMs }) => bodyMs) },
  ];
}
