import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openLogStore } from '@harrier/logs';
import { table } from '../../measure/markdown-table.ts';
import { loadFiles } from './load-files.ts';
import type { LogsPart } from './part.ts';
import { inFolder, runImport } from './run-steps.ts';

const importOnce = fileURLToPath(new URL('./import-once.js', import.meta.url));

const ROUNDS = 30;
/** Small batches: there are many moments to be killed in. */
const BATCH_RECORDS = 200;
const LINES = 20_000;

interface Round {
  readonly acknowledged: number;
  readonly stored: number;
}

/** An import that is killed again and again: what was acknowledged is there, and nothing is there twice. */
export const killedImportsPart: LogsPart = {
  name: 'kills',
  summary: `kill -9 during import, ${ROUNDS} rounds`,
  run: async ({ seed, say }) => {
    const folder = await loadFiles(LINES, seed);
    return inFolder(async (home) => {
      const whole = await runImport(`sqlite:${path.join(home, 'whole.db')}`, folder);
      const store = `sqlite:${path.join(home, 'killed.db')}`;
      const rounds: Round[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        // Later and later in the import, at no particular moment of a batch.
        const acknowledged = await killedImport(store, folder, 1 + Math.floor(round / 2), (round * 13) % 80);
        const stored = await countRecords(store);
        rounds.push({ acknowledged, stored });
        say(`round ${round + 1}: ${acknowledged} acknowledged, ${stored} stored`);
      }
      const last = await runImport(store, folder);
      const stored = await countRecords(store);
      const lost = rounds.filter((one) => one.stored < one.acknowledged).length;
      const syncs = countSyncs(home, folder);
      return {
        title: 'An import that is killed',
        lines: [
          `${LINES} lines, batches of ${BATCH_RECORDS} records, kill -9 in ${ROUNDS} imports one after another into one store; the next import then finished it, adding ${last.added}. ${syncs === undefined ? 'No strace here: fsyncs were not counted.' : `A whole import made ${syncs.syncs} calls of fsync or fdatasync for ${syncs.batches} batches.`}`,
          '',
          ...table(
            ['Rounds', 'acknowledged at the kill', 'stored after it'],
            [
              [
                String(ROUNDS),
                rounds.map((one) => one.acknowledged).join(' '),
                rounds.map((one) => one.stored).join(' '),
              ],
            ],
          ),
        ],
        goals: [
          {
            goal: 'every acknowledged record is there after each kill',
            measured: `${lost} rounds lost any`,
            isMet: lost === 0,
          },
          {
            goal: 'at the end everything is there, nothing twice',
            measured: `${stored} of ${whole.added}`,
            isMet: stored === whole.added,
          },
          ...(syncs === undefined
            ? []
            : [
                {
                  goal: 'at least one fsync for each acknowledged batch (strace)',
                  measured: `${syncs.syncs} for ${syncs.batches}`,
                  isMet: syncs.syncs >= syncs.batches,
                },
              ]),
        ],
        raw: { rounds, whole, last, syncs },
      };
    });
  },
};

/** Kills an import some milliseconds after its n-th acknowledged batch; returns how many records it had acknowledged. */
async function killedImport(
  store: string,
  folder: string,
  batches: number,
  delayMs: number,
): Promise<number> {
  const child = spawn(process.execPath, [importOnce, store, folder, String(BATCH_RECORDS)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  let isKilling = false;
  child.stdout.on('data', (data) => {
    text += data;
    if (isKilling || text.split('\n').length <= batches) return;
    isKilling = true;
    void setTimeout(delayMs).then(() => child.kill('SIGKILL'));
  });
  await new Promise((resolve) => child.once('close', resolve));
  const lines = text.split('\n').slice(0, -1);
  const last = lines.map((line) => JSON.parse(line) as { acknowledged?: number; read?: number }).at(-1);
  return last?.acknowledged ?? last?.read ?? 0;
}

async function countRecords(address: string): Promise<number> {
  const store = await openLogStore(address);
  const digests = new Set<string>();
  let count = 0;
  for await (const { digest } of store.range({}).records) {
    digests.add(digest);
    count++;
  }
  await store.close();
  if (digests.size !== count) throw new Error(`${count - digests.size} records are there twice.`);
  return count;
}

/** Calls of fsync and fdatasync during a whole import, as strace counts them; undefined where it is not here. */
function countSyncs(home: string, folder: string): { syncs: number; batches: number } | undefined {
  if (spawnSync('strace', ['--version']).status !== 0) return undefined;
  const log = path.join(home, 'strace.txt');
  const store = `sqlite:${path.join(home, 'traced.db')}`;
  const run = spawnSync(
    'strace',
    ['-f', '-o', log, '-e', 'trace=fsync,fdatasync', process.execPath, importOnce, store, folder, '2000'],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (run.status !== 0) return undefined;
  const batches = run.stdout.trim().split('\n').length - 1;
  const syncs = readFileSync(log, 'utf8').match(/\b(?:fsync|fdatasync)\(/g)?.length ?? 0;
  return { syncs, batches };
}
