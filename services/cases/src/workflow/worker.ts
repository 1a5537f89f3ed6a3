import type { CaseConnector } from '../connectors/case-connector.ts';
import { CaseSystemError } from '../connectors/case-system-error.ts';
import { recordHealth } from '../connectors/health.ts';
import { type ClaimedJob, changeJob, claimJob, enqueue, type JobChange } from '../store/job-queue.ts';
import type { Store } from '../store/open-store.ts';
import { LEASE_MS } from './bench.ts';
import type { Workshop } from './context.ts';
import { type WorkOptions, workOnNext } from './work-on-next.ts';

export interface WorkerOptions extends Pick<WorkOptions, 'onChange'> {
  readonly workshop: Workshop;
  readonly store: Store;
  readonly connectors: () => readonly CaseConnector[];
  /** How often each case system is looked through. Default one minute. */
  readonly pollMs?: number;
  /** Intakes at a time. Default 2: one may be waiting for the network while the other computes. */
  readonly parallel?: number;
  /** What failed and is nobody's business in the store; printed without captured text. */
  readonly onFault: (error: unknown) => void;
  readonly signal: AbortSignal;
  /** Rung when there is work, so that nobody waits for the next look. */
  readonly bell?: Doorbell;
}

/** Without a ring the queue is looked at this often: another process may have put something there. */
const LOOK_MS = 1000;
const DEFAULT_POLL_MS = 60_000;
/** Attachments of a case system that are asked for at once. */
const PAGE_ATTACHMENTS = 200;
/** Pages of one look, 10,000 attachments: a case system that always has more goes on at its next look, and does not fill the store in one. */
const MOST_PAGES = 50;
/** The next case system waits this long for the one before it. */
const PATIENCE_MS = 2_000;

/** Works until it is told to stop, and then finishes the steps that it is at. Any number of them may run, anywhere. */
export async function runWorker(options: WorkerOptions): Promise<void> {
  const { parallel = 2, bell = new Doorbell(), signal } = options;
  const hands = Array.from({ length: parallel }, async () => await workWhile(options, bell));
  while (!signal.aborted) {
    const found = await pollDue(options).catch(options.onFault);
    if (found === true) bell.ring();
    await bell.wait(LOOK_MS, signal);
  }
  await Promise.all(hands);
}

async function workWhile(options: WorkerOptions, bell: Doorbell): Promise<void> {
  const { workshop, signal, onFault, onChange } = options;
  while (!signal.aborted) {
    try {
      const worked = await workOnNext(workshop, {
        signal,
        whileHeld: (renew) => keepLease(renew),
        onFault,
        ...(onChange === undefined ? {} : { onChange }),
      });
      if (worked) continue;
    } catch (error) {
      onFault(error);
    }
    await bell.wait(LOOK_MS, signal);
  }
}

/** Renews a lease in time, again and again. Where that fails the lease is lost, and the next commit says so. */
function keepLease(renew: () => Promise<void>): { stop(): void } {
  const timer = setInterval(() => void renew().catch(() => {}), LEASE_MS / 3);
  return { stop: () => clearInterval(timer) };
}

/**
 * Looks through the case systems that are due. Gives whether anything new was found. One that answers slowly, or not at all, is looked
 * through beside the others: they may be of other organisations.
 */
export async function pollDue(options: WorkerOptions): Promise<boolean> {
  const { store, connectors, workshop, signal, onFault } = options;
  const nowMs = workshop.clock();
  const byId = new Map(connectors().map((connector) => [connector.id, connector]));
  await store.transaction(async (tx) => {
    for (const id of byId.keys()) await enqueue(tx, 'poll', id, nowMs);
  });
  let isNew = false;
  for (let left = byId.size; left > 0; left--) {
    const job = await store.transaction(
      async (tx) => await claimJob(tx, store.engine, 'poll', nowMs, LEASE_MS),
    );
    if (job === undefined) break;
    const look = lookThrough(job, byId.get(job.subject), options);
    const found = await Promise.race([look, later(PATIENCE_MS)]);
    if (found === true) isNew = true;
    // What it finds later is found in the queue. After the end the store is closed, and nobody's fault.
    if (found === undefined) look.catch((error: unknown) => signal.aborted || onFault(error));
  }
  return isNew;
}

/** Looks through one case system, while its job is held. Gives whether anything was new. */
async function lookThrough(
  job: ClaimedJob,
  connector: CaseConnector | undefined,
  { store, workshop, pollMs = DEFAULT_POLL_MS }: WorkerOptions,
): Promise<boolean> {
  const change = async (to: JobChange) =>
    await store.transaction(async (tx) => await changeJob(tx, 'poll', job, to));
  const lease = keepLease(async () => {
    await change({ kind: 'keep', untilMs: workshop.clock() + LEASE_MS });
  });
  let waitMs = pollMs;
  try {
    if (connector === undefined) return false;
    const { isNew, passedOver } = await pollConnector(connector, store, workshop);
    await recordHealth(store.db, connector.id, workshop.clock(), passedOver);
    return isNew;
  } catch (error) {
    // One case system that does not answer keeps nobody from looking at the others.
    if (!(error instanceof CaseSystemError)) throw error;
    waitMs = Math.max(pollMs, error.retryAfterMs ?? 0);
    await recordHealth(store.db, job.subject, workshop.clock(), error);
    return false;
  } finally {
    lease.stop();
    await change({ kind: 'again', runAtMs: workshop.clock() + waitMs, attempts: 0 });
  }
}

/** Nothing, after this long; nobody's end waits for it. */
async function later(ms: number): Promise<undefined> {
  await new Promise((resolve) => setTimeout(resolve, ms).unref());
}

/**
 * Announces what came since the last look; of a case system that is new here, what comes from now on (`cursorSince`). The
 * cursor is kept behind each page, so a long look goes on where it stopped. Gives whether anything was new, and why the first case
 * that could not be looked into was passed over.
 */
export async function pollConnector(
  connector: CaseConnector,
  store: Store,
  workshop: Workshop,
): Promise<{ readonly isNew: boolean; readonly passedOver: CaseSystemError | undefined }> {
  let isNew = false;
  let passedOver: CaseSystemError | undefined;
  for (let pages = 1; ; pages++) {
    const kept = await store.db
      .selectFrom('cursors')
      .select('cursor')
      .where('connector', '=', connector.id)
      .executeTakeFirst();
    const start = kept?.cursor ?? connector.cursorSince?.(workshop.clock());
    // Before the first look, so that one that fails does not move the beginning.
    if (kept === undefined && start !== undefined) await keepCursor(store, connector.id, start);
    const page = await connector.poll(start, PAGE_ATTACHMENTS);
    for (const attachment of page.attachments)
      if ((await workshop.store.announce(connector, attachment, workshop.clock())).isNew) isNew = true;
    await keepCursor(store, connector.id, page.cursor);
    passedOver ??= page.passedOver;
    if (!page.more || pages === MOST_PAGES) return { isNew, passedOver };
  }
}

async function keepCursor({ db }: Store, connector: string, cursor: string): Promise<void> {
  await db
    .insertInto('cursors')
    .values({ connector, cursor })
    .onConflict((conflict) => conflict.column('connector').doUpdateSet({ cursor }))
    .execute();
}

/** Wakes those who wait. */
export class Doorbell {
  readonly #waiting = new Set<() => void>();

  ring(): void {
    for (const wake of this.#waiting) wake();
  }

  /** Until it rings, the time is over or `signal` says stop. */
  async wait(ms: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    await new Promise<void>((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', wake);
        this.#waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}
