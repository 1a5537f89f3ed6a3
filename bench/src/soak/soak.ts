import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { generateKey, type PrivateKey, readPrivateKey } from 'openpgp';
import { type Random, seededRandom } from '../generate/random.ts';
import { machine } from '../measure/machine.ts';
import { loadFiles } from '../suites/logs/load-files.ts';
import { Api } from './api.ts';
import { type Herd, startHerd } from './herd.ts';
import { auditVerdict, lookForLosses } from './look-for-losses.ts';
import type { MemorySample } from './memory-samples.ts';
import type { SoakFacts } from './soak-report.ts';
import { makeTraffic } from './traffic.ts';

// Seen from `bench/dist/soak`.
const repository = fileURLToPath(new URL('../../../', import.meta.url));
const password = 'correct horse battery';
const SAMPLE_MS = 5000;
/** A process that has just begun fills its heap for the first time. */
const WARM_UP_MS = 30_000;

export interface SoakOptions {
  readonly minutes: number;
  readonly visitors: number;
  readonly killEverySeconds: number;
  readonly seed: number;
  readonly database?: string;
  readonly say: (line: string) => void;
}

/** Makes traffic and kills, then looks for what was lost. */
export async function soak(options: SoakOptions): Promise<SoakFacts> {
  const startedAt = new Date().toISOString();
  const before = machine();
  const logFolder = await loadFiles(20_000, 1);
  mkdirSync(path.join(repository, '.cache'), { recursive: true });
  const folder = mkdtempSync(path.join(repository, '.cache', 'soak-'));
  const key = await vaultKeys(folder);
  const herd = await startHerd({
    folder,
    workers: 2,
    ...(options.database === undefined ? {} : { database: options.database }),
  });
  try {
    const api = await signedUp(herd);
    const seconds = options.minutes * 60;
    const random = seededRandom(options.seed);
    const endsMs = performance.now() + seconds * 1000;
    options.say(`seed ${options.seed}: ${seconds / 2} s with kills, ${seconds / 2} s without`);
    const [traffic, kills, memory] = await Promise.all([
      makeTraffic({
        api,
        random,
        logFolder,
        visitors: options.visitors,
        goesOn: () => performance.now() < endsMs,
      }),
      killNowAndThen(herd, seededRandom(options.seed + 1), options.killEverySeconds, endsMs - seconds * 500),
      sampleMemory(herd, endsMs - seconds * 500 + WARM_UP_MS, endsMs),
    ]);
    options.say(
      `${traffic.uploads.length} uploads and ${traffic.logs.length} logs were taken, ${kills} kills`,
    );
    const faults = [...traffic.faults, ...(await lookForLosses(api, traffic, key, options.say))];
    const auditor = new Api(herd.origin);
    await auditor.signIn('ida', password);
    const audit = await auditVerdict(auditor, path.join(folder, 'audit.txt'));
    return { startedAt, machine: before, options, traffic, kills, memory, faults, audit };
  } finally {
    await herd.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function vaultKeys(folder: string): Promise<PrivateKey> {
  const [team, safe] = await Promise.all(
    ['team', 'safe'].map(async (name) => await generateKey({ userIDs: [{ name }], format: 'armored' })),
  );
  writeFileSync(path.join(folder, 'vault-keys.asc'), `${team?.publicKey}\n${safe?.publicKey}`);
  return await readPrivateKey({ armoredKey: team?.privateKey ?? '' });
}

async function signedUp({ origin, setupToken }: Herd): Promise<Api> {
  const api = new Api(origin);
  await api.ask('POST', '/api/setup', { token: setupToken, organisation: 'Soak', name: 'ann', password });
  await api.signIn('ann', password);
  await api.ask('POST', '/api/accounts', { name: 'eve', password, roles: ['engineer'] });
  await api.ask('POST', '/api/accounts', { name: 'ida', password, roles: ['auditor'] });
  await api.signIn('eve', password);
  return api;
}

async function killNowAndThen(
  { members }: Herd,
  random: Random,
  everySeconds: number,
  untilMs: number,
): Promise<number> {
  let kills = 0;
  for (;;) {
    await setTimeout(random.between(0, 2 * everySeconds * 1000));
    if (performance.now() > untilMs) return kills;
    await random.pick(members).killAndRestart();
    kills++;
  }
}

async function sampleMemory(
  { members }: Herd,
  fromMs: number,
  untilMs: number,
): Promise<ReadonlyMap<string, readonly MemorySample[]>> {
  const samples = new Map(members.map(({ name }) => [name, [] as MemorySample[]]));
  await setTimeout(Math.max(0, fromMs - performance.now()));
  while (performance.now() < untilMs) {
    for (const member of members) {
      const rssBytes = member.rssBytes();
      if (rssBytes !== undefined)
        samples.get(member.name)?.push({ atMs: performance.now() - fromMs, rssBytes });
    }
    await setTimeout(SAMPLE_MS);
  }
  return samples;
}
