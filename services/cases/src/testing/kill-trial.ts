import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateKey, readPrivateKey } from 'openpgp';
import { auditEntries, auditHead } from '../audit/audit-log.ts';
import { checkChain } from '../audit/chain.ts';
import { openStore } from '../store/open-store.ts';
import { listIntakes } from '../store/sql-intakes.ts';
import { openSealed } from '../vault/index.ts';
import { LEASE_MS } from '../workflow/bench.ts';
import { bundleScript } from './bundle-script.ts';
import { collect } from './collect.ts';
import { sha256 } from './memory-case-system.ts';
import { harOf } from './trial-har.ts';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));
const tenantId = 'tenant';

/** What a trial came to: faults in words, and how far it was when it was killed. */
export interface KillTrial {
  readonly faults: readonly string[];
  readonly kills: number;
  /** How often a step had been begun before and was begun again. */
  readonly audited: number;
}

/**
 * Lets a worker process on real stores work through `cases` originals and kills it with -9 at random moments, `kills`
 * times; then lets it finish and looks at what is there.
 */
export async function killTrial(
  storeUrl: string,
  { kills, cases }: { kills: number; cases: number },
): Promise<KillTrial> {
  mkdirSync(path.join(repository, '.cache'), { recursive: true });
  const folder = mkdtempSync(path.join(repository, '.cache', 'kill-'));
  try {
    const child = await bundleScript(new URL('./kill-child.ts', import.meta.url), folder);
    const { privateKey, publicKey } = await generateKey({ userIDs: [{ name: 'Trial' }], format: 'armored' });
    writeFileSync(path.join(folder, 'key.asc'), publicKey);
    const originals = new Map<string, string>();
    for (let number = 0; number < cases; number++) {
      const caseFolder = path.join(folder, 'cases', `case-${number}`);
      mkdirSync(caseFolder, { recursive: true });
      const url = `https://api.example.test/calls/${number}`;
      const text = harOf({ authorization: `Bearer ${canary()}`, url });
      originals.set(`case-${number}`, text);
      writeFileSync(path.join(caseFolder, 'trace.har'), text);
    }

    const url = storeUrl.replace('%FOLDER%', folder);
    const places = [
      url,
      path.join(folder, 'objects'),
      path.join(folder, 'cases'),
      path.join(folder, 'key.asc'),
    ];
    for (let kill = 0; kill < kills; kill++) await runAndKill(child, places, kill * (LEASE_MS + 1));
    await runUntilDone(child, places, kills * (LEASE_MS + 1), cases);

    const faults: string[] = [];
    const key = await readPrivateKey({ armoredKey: privateKey });
    for (const [name, text] of originals)
      for (const fault of await faultsIn(path.join(folder, 'cases', name), text, key))
        faults.push(`${name}: ${fault}`);
    const store = await openStore(url);
    const checked = checkChain(await collect(auditEntries(store.db)), await auditHead(store.db));
    if (checked.fault !== undefined) faults.push(`the audit chain breaks at ${checked.fault.seq}`);
    const intakes = await listIntakes(store.db, tenantId, { limit: 1_000_000 });
    await store.close();
    const done = intakes.filter(({ state }) => state === 'done').length;
    if (done !== cases) faults.push(`${done} of ${cases} intakes are done`);
    return { faults, kills, audited: checked.head.seq };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function start(child: string, places: readonly string[], offsetMs: number) {
  return spawn(process.execPath, [child, ...places, String(offsetMs)], { stdio: ['ignore', 'pipe', 'pipe'] });
}

async function runAndKill(child: string, places: readonly string[], offsetMs: number): Promise<void> {
  const running = start(child, places, offsetMs);
  await once(running.stdout, 'data');
  // Anywhere in the work of the first half second; where exactly is the point of it.
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 500));
  running.kill('SIGKILL');
  await once(running, 'exit');
}

async function runUntilDone(
  child: string,
  places: readonly string[],
  offsetMs: number,
  cases: number,
): Promise<void> {
  const running = start(child, places, offsetMs);
  const store = await openStore(places[0] ?? '');
  try {
    for (;;) {
      const intakes = await listIntakes(store.db, tenantId, { limit: 1_000_000 });
      const ended = intakes.filter(({ state }) => state !== 'running' && state !== 'skipped').length;
      if (ended >= cases && intakes.every(({ state }) => state !== 'running')) return;
      if (running.exitCode !== null) throw new Error(`the worker ended with ${running.exitCode}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  } finally {
    await store.close();
    running.kill('SIGKILL');
    if (running.exitCode === null && running.signalCode === null) await once(running, 'exit');
  }
}

async function faultsIn(
  folder: string,
  original: string,
  key: Awaited<ReturnType<typeof readPrivateKey>>,
): Promise<string[]> {
  const names = readdirSync(folder).filter((name) => !name.startsWith('.harrier-part-'));
  const ending = (end: string): string[] => names.filter((name) => name.endsWith(end));
  const faults: string[] = [];
  if (ending('.clean.har').length !== 1) faults.push(`${ending('.clean.har').length} clean files`);
  if (ending('.txt').length !== 1) faults.push(`${ending('.txt').length} notes`);
  if (names.includes('trace.har')) faults.push('the original is still there');
  const [sealed, ...others] = ending('.pgp');
  if (sealed === undefined || others.length > 0) return [...faults, `${ending('.pgp').length} sealed files`];
  const pieces: Uint8Array[] = [];
  const bytes = readFileSync(path.join(folder, sealed));
  for await (const piece of openSealed(one(bytes), { privateKeys: [key] })) pieces.push(piece);
  if (sha256(Buffer.concat(pieces)) !== sha256(Buffer.from(original)))
    faults.push('the sealed file is another one');
  if (readFileSync(path.join(folder, ending('.clean.har')[0] ?? sealed), 'utf8').includes(canary()))
    faults.push('a credential is in the clean file');
  return faults;
}

async function* one(bytes: Uint8Array) {
  yield bytes;
}

/** Put together when it is needed, so that no scanner of the repository takes it for a real one. */
function canary(): string {
  return ['canary', 'x7Qp29LmZk84VtRw51Ns'].join('-');
}
