import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runNode } from '../../measure/run-child.ts';

// Seen from `bench/dist/suites/logs`.
const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** Logs of the lab's services, as many lines as asked for, kept in `.cache/bench/` and used again. Returns the folder. */
export async function loadFiles(lines: number, seed: number): Promise<string> {
  const folder = path.join(root, '.cache/bench', `logs-${lines}-${seed}`);
  if (!existsSync(folder) || readdirSync(folder).length === 0) {
    const words = ['load', '--lines', String(lines), '--seed', String(seed), '-o', folder];
    const run = await runNode([path.join(root, 'scripts/run-room.mjs'), 'lab', ...words], {
      timeoutMs: 600_000,
      stdout: 'ignore',
    });
    if (run.end !== 'done') throw new Error(`The lab wrote no logs: ${run.stderr}`);
  }
  return folder;
}
