import { appendAudit } from '../audit/audit-log.ts';
import type { Actor } from '../connectors/built-in/case-book.ts';
import type { CaseConnector } from '../connectors/case-connector.ts';
import { CaseSystemError } from '../connectors/case-system-error.ts';
import type { BackfillRow } from '../store/database.ts';
import { changeJob, claimJob, enqueue } from '../store/job-queue.ts';
import type { Store } from '../store/open-store.ts';
import { addIntake } from '../store/sql-intakes.ts';
import { newIntake } from '../workflow/new-intake.ts';

/**
 * Taking in what a case system had before it was connected. A dry run goes through everything and counts; only then a run is
 * allowed, which announces so many attachments a minute. Both keep their place in the database after each page, so a server
 * that was stopped goes on where it was.
 */

/** A page's time. The dry run only reads, and is slowed down for the case system's sake. */
const PAGE_MS = 60_000;
const DRY_PAGE_MS = 1_000;
const LEASE_MS = 10 * 60_000;
/** As many as a worker and a case system surely stand; whoever needs more says so. */
export const mostPerMinute = 200;
const dryPage = 100;

export type Backfill = BackfillRow;

/** Where the back-fill of a case system stands; undefined: there was none. */
export async function readBackfill({ db }: Store, connector: string): Promise<Backfill | undefined> {
  return await db.selectFrom('backfills').selectAll().where('connector', '=', connector).executeTakeFirst();
}

/**
 * Begins a dry run anew, or a run, or lets a run that was stopped go on. Gives false for a run before a dry run has come to
 * its end: somebody has to see first what it would take in.
 */
export async function startBackfill(
  store: Store,
  actor: Actor,
  connector: string,
  { mode, perMinute }: { readonly mode: Backfill['mode']; readonly perMinute: number },
  nowMs: number,
): Promise<boolean> {
  const before = await readBackfill(store, connector);
  const goesOn = before?.mode === mode && before.state === 'stopped';
  const mayRun = goesOn || (before?.mode === 'dry-run' && before.state === 'done') || before?.mode === 'run';
  if (mode === 'run' && !mayRun) return false;
  const fresh = { cursor: null, found: 0, foundBytes: 0, announced: 0, startedMs: nowMs };
  const kept = goesOn ? before : fresh;
  const row = {
    ...kept,
    connector,
    mode,
    perMinute,
    state: 'going' as const,
    updatedMs: nowMs,
    trouble: null,
  };
  await store.transaction(async (tx) => {
    await tx.deleteFrom('backfills').where('connector', '=', connector).execute();
    await tx.insertInto('backfills').values(row).execute();
    await tx.deleteFrom('jobs').where('kind', '=', 'backfill').where('subject', '=', connector).execute();
    await enqueue(tx, 'backfill', connector, nowMs);
    await appendAudit(tx, told(actor, connector, nowMs, { mode, perMinute, state: 'going' }));
  });
  return true;
}

/** Stops a back-fill where it is. Gives false where none is going. */
export async function stopBackfill(
  store: Store,
  actor: Actor,
  connector: string,
  nowMs: number,
): Promise<boolean> {
  return await store.transaction(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('backfills')
      .set({ state: 'stopped', updatedMs: nowMs })
      .where('connector', '=', connector)
      .where('state', '=', 'going')
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) return false;
    await appendAudit(tx, told(actor, connector, nowMs, { state: 'stopped' }));
    return true;
  });
}

/**
 * Goes through one page of the back-fill that is due. Gives whether there was one. What the case system refuses is written
 * down and tried again; errors of the database are thrown.
 */
export async function workOnBackfill(
  store: Store,
  connectorOf: (id: string) => CaseConnector | undefined,
  clock: () => number,
): Promise<boolean> {
  const job = await store.transaction(
    async (tx) => await claimJob(tx, store.engine, 'backfill', clock(), LEASE_MS),
  );
  if (job === undefined) return false;
  const backfill = await readBackfill(store, job.subject);
  const connector = connectorOf(job.subject);
  let change: Parameters<typeof changeJob>[3] = { kind: 'ended' };
  if (backfill?.state === 'going' && connector !== undefined) {
    const pageMs = backfill.mode === 'run' ? PAGE_MS : DRY_PAGE_MS;
    try {
      const isDone = await takePage(store, connector, backfill, clock());
      if (!isDone) change = { kind: 'again', runAtMs: clock() + pageMs, attempts: 0 };
    } catch (error) {
      if (!(error instanceof CaseSystemError)) throw error;
      await store.db
        .updateTable('backfills')
        .set({ trouble: error.code, updatedMs: clock() })
        .where('connector', '=', job.subject)
        .execute();
      change = { kind: 'again', runAtMs: clock() + Math.max(PAGE_MS, error.retryAfterMs ?? 0) };
    }
  }
  await store.transaction(async (tx) => await changeJob(tx, 'backfill', job, change));
  return true;
}

/** Gives whether it was the last one. The page's attachments and the place behind it are written down together. */
async function takePage(
  store: Store,
  connector: CaseConnector,
  backfill: Backfill,
  nowMs: number,
): Promise<boolean> {
  const limit = backfill.mode === 'run' ? backfill.perMinute : dryPage;
  const page = await connector.poll(backfill.cursor ?? undefined, limit);
  await store.transaction(async (tx) => {
    let announced = 0;
    if (backfill.mode === 'run')
      for (const attachment of page.attachments)
        if (await addIntake(tx, newIntake(connector, attachment, nowMs))) announced++;
    const bytes = page.attachments.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    await tx
      .updateTable('backfills')
      .set({
        cursor: page.cursor,
        found: backfill.found + page.attachments.length,
        foundBytes: backfill.foundBytes + bytes,
        announced: backfill.announced + announced,
        updatedMs: nowMs,
        trouble: page.passedOver?.code ?? null,
        ...(page.more ? {} : { state: 'done' as const }),
      })
      .where('connector', '=', backfill.connector)
      // Somebody may have stopped it meanwhile, or begun another.
      .where('startedMs', '=', backfill.startedMs)
      .where('state', '=', 'going')
      .execute();
  });
  return !page.more;
}

function told(actor: Actor, connector: string, atMs: number, facts: Record<string, string | number>) {
  return {
    action: 'settings/changed',
    actor: actor.name,
    tenantId: actor.tenantId,
    subject: `backfill:${connector}`,
    atMs,
    facts,
  } as const;
}
