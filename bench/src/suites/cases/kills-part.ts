import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CasesPart } from './part.ts';

// Seen from `bench/dist/suites/cases`.
const repository = fileURLToPath(new URL('../../../../', import.meta.url));
const trial = 'services/cases/src/workflow/kill.test.ts';

/** The test that kills a worker at random moments, for a long time: what it promises is checked by itself. */
export const killsPart: CasesPart = {
  name: 'kills',
  summary: 'kill -9 of a worker at random moments, on libsql',
  run: async ({ kills, say }) => {
    const vitest = path.join(repository, 'node_modules', 'vitest', 'vitest.mjs');
    const beginMs = performance.now();
    const child = spawn(process.execPath, [vitest, 'run', trial], {
      cwd: repository,
      env: { ...process.env, HARRIER_KILLS: String(kills) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let told = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (bytes) => {
        told += bytes;
      });
    const [code] = (await once(child, 'exit')) as [number | null];
    const tookMs = performance.now() - beginMs;
    if (code !== 0) say(told);
    return {
      title: `A worker that is killed ${kills} times`,
      lines: [
        `Originals, database and objects on the disk; kill -9 at random moments, then one worker finishes. Took ${(tookMs / 1000).toFixed(0)} s.`,
      ],
      goals: [
        {
          goal: 'one clean file, one sealed file that opens, one note, no original; the audit chain is whole',
          measured: code === 0 ? `${kills} kills, no fault` : 'faults, see above',
          isMet: code === 0,
        },
      ],
      raw: { code, tookMs },
    };
  },
};
