import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runNode } from '../../measure/run-child.ts';
import type { ImportMeasurement } from './import-once.ts';
import type { LookUpMeasurement } from './look-up-once.ts';

const importOnce = fileURLToPath(new URL('./import-once.js', import.meta.url));
const lookUpOnce = fileURLToPath(new URL('./look-up-once.js', import.meta.url));

/** An import of ten million lines on a busy machine takes most of an hour. */
const LIMIT_MS = 4 * 3_600_000;

/** Imports a folder into a store, in a process of its own. */
export async function runImport(store: string, folder: string): Promise<ImportMeasurement> {
  const run = await runNode([importOnce, store, folder], { timeoutMs: LIMIT_MS, stdout: 'keep' });
  if (run.end !== 'done') throw new Error(`import-once: ${run.end} ${run.stderr}`);
  return JSON.parse(run.stdout.trim().split('\n').at(-1)!) as ImportMeasurement;
}

/** Looks ids up in a store, in a process of its own. */
export async function runLookUps(store: string, ids: readonly string[]): Promise<LookUpMeasurement> {
  return inFolder(async (folder) => {
    const file = path.join(folder, 'ids.txt');
    writeFileSync(file, ids.join('\n'));
    const run = await runNode([lookUpOnce, store, file], { timeoutMs: LIMIT_MS, stdout: 'keep' });
    if (run.end !== 'done') throw new Error(`look-up-once: ${run.end} ${run.stderr}`);
    return JSON.parse(run.stdout) as LookUpMeasurement;
  });
}

/** Does something in a folder that is gone afterwards. */
export async function inFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(path.join(tmpdir(), 'harrier-bench-logs-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
