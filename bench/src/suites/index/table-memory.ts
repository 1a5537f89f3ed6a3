import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CachedCapture, cachedCapture } from '../../generate/capture-file.ts';
import { median } from '../../measure/median.ts';
import { runNode } from '../../measure/run-child.ts';

/** `harrier table` on one file, as a user runs it; its output goes nowhere. */
export interface TableRun {
  readonly megabytes: number;
  readonly wallMs: readonly number[];
  readonly peakRssBytes: readonly number[];
  readonly medianWallMs: number;
  readonly medianPeakRssBytes: number;
  readonly trouble?: string;
}

// Seen from `bench/dist/suites/index`.
const command = fileURLToPath(new URL('../../../../apps/cli/bin/harrier.js', import.meta.url));
const reporter = new URL('../../measure/report-peak-rss.js', import.meta.url).href;

export async function measureTable(
  megabytes: number,
  options: { capture: CachedCapture; rounds: number; timeoutMs: number },
): Promise<TableRun> {
  const folder = mkdtempSync(path.join(tmpdir(), 'harrier-bench-'));
  const reportFile = path.join(folder, 'peak-rss');
  const wallMs: number[] = [];
  const peakRssBytes: number[] = [];
  let trouble: string | undefined;
  try {
    for (let round = 0; round < options.rounds && trouble === undefined; round++) {
      const run = await runNode(
        ['--import', reporter, command, 'table', cachedCapture(megabytes, options.capture)],
        {
          timeoutMs: options.timeoutMs,
          stdout: 'ignore',
          env: { HARRIER_BENCH_PEAK_RSS: reportFile },
        },
      );
      if (run.end === 'done') {
        wallMs.push(run.wallMs);
        peakRssBytes.push(Number(readFileSync(reportFile, 'utf8')));
      } else
        trouble =
          run.end === 'timeout'
            ? `stopped after ${options.timeoutMs / 1000} s`
            : run.stderr.trim().slice(-300);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return {
    megabytes,
    wallMs,
    peakRssBytes,
    medianWallMs: median(wallMs),
    medianPeakRssBytes: median(peakRssBytes),
    ...(trouble === undefined ? {} : { trouble }),
  };
}
