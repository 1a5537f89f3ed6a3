import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openStore } from '@harrier/cases';
import { generateKey } from 'openpgp';
import { generateCapture } from '../../generate/generate-capture.ts';
import { Api } from '../../soak/api.ts';
import { type Herd, type HerdMember, startHerd } from '../../soak/herd.ts';
import type { UnitCosts } from './unit-costs.ts';

// Seen from `bench/dist/suites/scale`.
const repository = fileURLToPath(new URL('../../../../', import.meta.url));
const password = 'correct horse battery';
const LOOK_MS = 150;
const MOST_MS = 120_000;
/** Small and large: a line through two points. */
const SIZES = [0.25, 2] as const;

/** Uploads that were really worked on. */
export interface RealRun {
  readonly processes: number;
  readonly tookMs: number;
  readonly processorMs: number;
  /** Of it, the first threads’. */
  readonly threadMs: number;
  /** Of the time in which a process had something to compute, how much it was let: 1 on a quiet machine. */
  readonly share: number;
}

/** A server and workers of our own, with an engineer who is signed in. */
export class Office {
  readonly #folder: string;
  readonly #herd: Herd;
  readonly #api: Api;
  #seed = 1;

  private constructor(folder: string, herd: Herd, api: Api) {
    this.#folder = folder;
    this.#herd = herd;
    this.#api = api;
  }

  static async open(workers: number): Promise<Office> {
    mkdirSync(path.join(repository, '.cache'), { recursive: true });
    const folder = mkdtempSync(path.join(repository, '.cache', 'scale-'));
    const keys = await Promise.all(
      ['team', 'safe'].map(async (name) => await generateKey({ userIDs: [{ name }], format: 'armored' })),
    );
    writeFileSync(path.join(folder, 'vault-keys.asc'), keys.map(({ publicKey }) => publicKey).join('\n'));
    const herd = await startHerd({ folder, workers });
    const api = new Api(herd.origin);
    await api.ask('POST', '/api/setup', {
      token: herd.setupToken,
      organisation: 'Scale',
      name: 'ann',
      password,
    });
    await api.signIn('ann', password);
    await api.ask('POST', '/api/accounts', { name: 'eve', password, roles: ['engineer'] });
    await api.signIn('eve', password);
    return new Office(folder, herd, api);
  }

  /** Uploads captures of this size at the same moment and waits until all are worked on. */
  async work(count: number, megabytes: number): Promise<RealRun> {
    const files = Array.from({ length: count }, () => this.#capture(megabytes));
    const cases: string[] = [];
    for (let at = 0; at < count; at++) cases.push(await this.#newCase());
    return await this.#measured(async () => {
      await Promise.all(files.map(async (file, at) => await this.#attach(cases[at] ?? '', file)));
      for (const caseId of cases) await this.#settled(caseId);
    });
  }

  /** The same with bytes that are no capture: what is left is taking them in and looking at them once. */
  async take(megabytes: number): Promise<RealRun> {
    const bytes = new Uint8Array(megabytes * 1e6).fill(0x20);
    const caseId = await this.#newCase();
    return await this.#measured(async () => {
      await this.#attach(caseId, bytes);
      await this.#settled(caseId);
    });
  }

  async close(): Promise<void> {
    await this.#herd.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** After everything is stopped: what stays. The office is closed by it. */
  async closeAndCount(): Promise<{ readonly auditEntries: number; readonly storedBytes: number }> {
    await this.#herd.stop();
    const store = await openStore(`sqlite:${path.join(this.#folder, 'cases.db')}`);
    const { entries } = await store.db
      .selectFrom('auditEntries')
      .select(({ fn }) => fn.countAll<number>().as('entries'))
      .executeTakeFirstOrThrow();
    await store.close();
    const storedBytes = sizeOf(path.join(this.#folder, 'objects'));
    rmSync(this.#folder, { recursive: true, force: true });
    return { auditEntries: Number(entries), storedBytes };
  }

  #capture(megabytes: number): Uint8Array {
    const pieces = generateCapture({ seed: this.#seed++, until: { sizeBytes: megabytes * 1e6 } });
    return new Uint8Array(Buffer.concat(Array.from(pieces, (piece) => Buffer.from(piece))));
  }

  async #newCase(): Promise<string> {
    return (
      (await this.#api.insist('POST', '/api/cases', { title: 'Scale', language: 'en' })) as { id: string }
    ).id;
  }

  async #attach(caseId: string, bytes: Uint8Array): Promise<void> {
    await this.#api.ask('POST', `/api/cases/${caseId}/attachments?name=trace.har`, bytes);
  }

  async #settled(caseId: string): Promise<void> {
    const endMs = performance.now() + MOST_MS;
    for (;;) {
      const intakes = (await this.#api.insist('GET', `/api/intakes?caseRef=${caseId}&limit=10`)) as {
        state: string;
      }[];
      if (intakes.length > 0 && intakes.every(({ state }) => state !== 'running')) return;
      if (performance.now() > endMs) throw new Error('an upload was not worked on');
      await setTimeout(LOOK_MS);
    }
  }

  async #measured(run: () => Promise<void>): Promise<RealRun> {
    const { members } = this.#herd;
    const sum = (read: (member: HerdMember) => number): number =>
      members.reduce((total, member) => total + read(member), 0);
    const now = () => ({
      ms: performance.now(),
      processorMs: sum((member) => member.processorMs()),
      onCoreMs: sum((member) => member.turnMs().onCore),
      waitingMs: sum((member) => member.turnMs().waiting),
    });
    const before = now();
    await run();
    const after = now();
    const [onCoreMs, waitingMs] = [after.onCoreMs - before.onCoreMs, after.waitingMs - before.waitingMs];
    return {
      processes: members.length,
      tookMs: after.ms - before.ms,
      processorMs: after.processorMs - before.processorMs,
      threadMs: onCoreMs,
      // Kernels without these counts say nothing; then nobody else is assumed.
      share: onCoreMs > 0 ? onCoreMs / (onCoreMs + waitingMs) : 1,
    };
  }
}

/** What one upload costs, from a few small ones in an office with one process. */
export type CaseCosts = Omit<
  UnitCosts,
  'logMsPerThousandLines' | 'logBytesPerLine' | 'storedBytesPerLine' | 'lookUpMs'
>;

export async function measureCaseCosts(say: (line: string) => void): Promise<CaseCosts> {
  const office = await Office.open(0);
  // Everything is compiled once, and nobody pays for it afterwards.
  for (let round = 0; round < 3; round++) await office.work(1, SIZES[1]);
  const [small, large] = SIZES;
  const [takeSmall, takeLarge] = [await office.take(small), await office.take(large)];
  const [workSmall, workLarge] = [await mean(office, small), await mean(office, large)];
  const uploads = 3 + 2 * ROUNDS;
  const megabytes = 3 * large + ROUNDS * (small + large);
  say(
    `taking ${takeLarge.processorMs} ms, working ${workLarge.processorMs.toFixed(0)} ms of processor for ${large} MB`,
  );
  const { auditEntries, storedBytes } = await office.closeAndCount();
  const perMegabyte = (from: RealRun, to: RealRun): number =>
    Math.max(0, to.threadMs - from.threadMs) / (large - small);
  const takeMsPerMegabyte = perMegabyte(takeSmall, takeLarge);
  const takeMs = Math.max(0, takeSmall.threadMs - small * takeMsPerMegabyte);
  const allMsPerMegabyte = perMegabyte(workSmall, workLarge);
  const allMs = Math.max(0, workSmall.threadMs - small * allMsPerMegabyte);
  // One thread: of the time that it took, what was not spent on a core was spent waiting.
  return {
    takeMs,
    takeMsPerMegabyte,
    workMs: Math.max(0, allMs - takeMs),
    workMsPerMegabyte: Math.max(0, allMsPerMegabyte - takeMsPerMegabyte),
    helperShare: Math.max(0, workLarge.processorMs / workLarge.threadMs - 1),
    waitMs: Math.max(0, workSmall.tookMs - workSmall.threadMs / workSmall.share),
    auditEntries: auditEntries / uploads,
    transactionMs: await transactionMs(),
    storedShare: storedBytes / (megabytes * 1e6),
  };
}

const ROUNDS = 4;

async function mean(office: Office, megabytes: number): Promise<RealRun> {
  const runs: RealRun[] = [];
  for (let round = 0; round < ROUNDS; round++) runs.push(await office.work(1, megabytes));
  const of = (read: (run: RealRun) => number): number =>
    runs.reduce((sum, run) => sum + read(run), 0) / ROUNDS;
  return {
    processes: 1,
    tookMs: of(({ tookMs }) => tookMs),
    processorMs: of(({ processorMs }) => processorMs),
    threadMs: of(({ threadMs }) => threadMs),
    share: of(({ share }) => share),
  };
}

/** One small transaction that is on the disk when it ends, median. */
async function transactionMs(): Promise<number> {
  const folder = mkdtempSync(path.join(repository, '.cache', 'scale-'));
  const store = await openStore(`sqlite:${path.join(folder, 'probe.db')}`);
  const times: number[] = [];
  for (let at = 0; at < 60; at++) {
    const begin = performance.now();
    await store.transaction(async (tx) => {
      await tx
        .insertInto('cursors')
        .values({ connector: `probe ${at}`, cursor: 'x' })
        .execute();
    });
    times.push(performance.now() - begin);
  }
  await store.close();
  rmSync(folder, { recursive: true, force: true });
  return times.sort((a, b) => a - b)[times.length >> 1] ?? 0;
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
}
