import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CasesPart } from './part.ts';

// Seen from `bench/dist/suites/cases`.
const repository = fileURLToPath(new URL('../../../../', import.meta.url));
const trial = 'services/cases/src/workflow/kill.test.ts';
/** Of one trial: what it found is told before the next one begins, and a long row can be stopped in between. */
const KILLS_EACH = 20;

/** The test that kills a worker at random moments, for a long time: what it promises is checked by itself. */
export const killsPart: CasesPart = {
  name: 'kills',
  summary: 'kill -9 of a worker at random moments, on libsql',
  run: async ({ kills, say }) => {
    const trials: { kills: number; code: number | null; tookMs: number }[] = [];
    for (let left = kills; left > 0; left -= KILLS_EACH) {
      const one = await killTrial(Math.min(left, KILLS_EACH), say);
      trials.push(one);
      say(
        `kills: ${one.kills} in ${(one.tookMs / 1000).toFixed(0)} s, ${one.code === 0 ? 'no fault' : 'FAULTS'}`,
      );
    }
    const isMet = trials.every(({ code }) => code === 0);
    const tookMs = trials.reduce((sum, one) => sum + one.tookMs, 0);
    return {
      title: `A worker that is killed ${kills} times`,
      lines: [
        `${trials.length} trials of at most ${KILLS_EACH}: originals, database and objects on the disk; kill -9 at random moments, then one worker finishes. Took ${(tookMs / 1000).toFixed(0)} s.`,
      ],
      goals: [
        {
          goal: 'one clean file, one sealed file that opens, one note, no original; the audit chain is whole',
          measured: isMet ? `${kills} kills, no fault` : 'faults, see above',
          isMet,
        },
      ],
      raw: { trials },
    };
  },
};

async function killTrial(kills: number, say: (line: string) => void) {
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
  if (code !== 0) say(told);
  return { kills, code, tookMs: performance.now() - beginMs };
}
