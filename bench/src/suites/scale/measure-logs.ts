import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runNode } from '../../measure/run-child.ts';
import type { ImportMeasurement } from '../logs/import-once.ts';
import { loadFiles } from '../logs/load-files.ts';
import type { LookUpMeasurement } from '../logs/look-up-once.ts';
import type { UnitCosts } from './unit-costs.ts';

// Seen from `bench/dist/suites/scale`.
const repository = fileURLToPath(new URL('../../../../', import.meta.url));
const importOnce = fileURLToPath(new URL('../logs/import-once.js', import.meta.url));
const lookUpOnce = fileURLToPath(new URL('../logs/look-up-once.js', import.meta.url));
const LINES = 20_000;

export type LogCosts = Pick<
  UnitCosts,
  'logMsPerThousandLines' | 'logBytesPerLine' | 'storedBytesPerLine' | 'lookUpMs'
>;

/** What a log line costs in the embedded store, from the lab's logs. */
export async function measureLogCosts(): Promise<LogCosts> {
  const logs = await loadFiles(LINES, 1);
  const folder = mkdtempSync(path.join(repository, '.cache', 'scale-'));
  try {
    const store = `sqlite:${path.join(folder, 'logs.db')}`;
    const imported = await runNode([importOnce, store, logs], { timeoutMs: 120_000, stdout: 'keep' });
    const { cpuMs, bytes }: ImportMeasurement = JSON.parse(imported.stdout.trim().split('\n').at(-1) ?? '');
    const idFile = path.join(folder, 'ids');
    writeFileSync(idFile, someIds(logs).join('\n'));
    const looked = await runNode([lookUpOnce, store, idFile], { timeoutMs: 60_000, stdout: 'keep' });
    const lookUps: LookUpMeasurement = JSON.parse(looked.stdout);
    const storedBytes = readdirSync(folder)
      .filter((name) => name.startsWith('logs.db'))
      .reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0);
    return {
      logMsPerThousandLines: (1000 * cpuMs) / LINES,
      logBytesPerLine: bytes / LINES,
      storedBytesPerLine: storedBytes / LINES,
      lookUpMs: lookUps.cpuMs[lookUps.cpuMs.length >> 1] ?? Number.NaN,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function someIds(folder: string): string[] {
  const ids = new Set<string>();
  for (const name of readdirSync(folder))
    for (const [id] of readFileSync(path.join(folder, name), 'utf8').matchAll(
      /\b[A-Z]+_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}_\d+\b/g,
    ))
      if (ids.size < 100) ids.add(id);
  return [...ids];
}
