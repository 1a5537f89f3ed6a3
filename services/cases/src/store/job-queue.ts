import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database, JobRow, Tx } from './database.ts';
import type { Store } from './open-store.ts';

export type JobKind = JobRow['kind'];

/** Puts a job in line, or does nothing where one for the same thing is there. Gives whether it is new. */
export async function enqueue(tx: Tx, kind: JobKind, subject: string, runAtMs: number): Promise<boolean> {
  const job: JobRow = {
    id: randomUUID(),
    kind,
    subject,
    state: 'waiting',
    attempts: 0,
    runAtMs,
    leaseUntilMs: null,
    leaseToken: null,
  };
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('jobs')
    .values(job)
    .onConflict((conflict) => conflict.columns(['kind', 'subject']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Jobs of a kind that have not ended. Written out and not bound: a plan that has to do for every state could not use the index of these. */
function openJobs(db: Database, kind: JobKind) {
  return db.selectFrom('jobs').where('kind', '=', kind).where('state', '<>', sql.lit('ended'));
}

/** Jobs that are due and that nobody holds, the one that has waited for longest first. */
export function dueJobs(db: Database, kind: JobKind, nowMs: number) {
  return openJobs(db, kind)
    .select(['id'])
    .where('runAtMs', '<=', nowMs)
    .where((test) => test.or([test('leaseUntilMs', 'is', null), test('leaseUntilMs', '<=', nowMs)]))
    .orderBy('runAtMs')
    .orderBy('id');
}

export type DueJobs = ReturnType<typeof dueJobs>;

/** When the job of a kind that has waited for longest was due; undefined where all have ended. */
export async function oldestDueMs(db: Database, kind: JobKind): Promise<number | undefined> {
  const oldest = await openJobs(db, kind).select('runAtMs').orderBy('runAtMs').limit(1).executeTakeFirst();
  return oldest === undefined ? undefined : Number(oldest.runAtMs);
}

/** A job that is ours until the lease ends. */
export interface ClaimedJob {
  readonly subject: string;
  readonly token: string;
  readonly attempts: number;
}

/** Takes the job that is due for longest and that nobody holds, among some if so wanted; one whose holder went silent counts as not held. */
export async function claimJob(
  tx: Tx,
  engine: Store['engine'],
  kind: JobKind,
  nowMs: number,
  leaseMs: number,
  narrowed: (due: DueJobs) => DueJobs = (due) => due,
): Promise<ClaimedJob | undefined> {
  const due = narrowed(dueJobs(tx, kind, nowMs)).limit(1);
  // Two workers ask at once: the second takes the next job and does not wait for the first.
  const found = await (engine === 'postgres' ? due.forUpdate().skipLocked() : due).executeTakeFirst();
  if (found === undefined) return undefined;
  const token = randomUUID();
  const { subject, attempts } = await tx
    .updateTable('jobs')
    .set((change) => ({
      state: 'leased' as const,
      attempts: change('attempts', '+', 1),
      leaseUntilMs: nowMs + leaseMs,
      leaseToken: token,
    }))
    .where('id', '=', found.id)
    .returning(['subject', 'attempts'])
    .executeTakeFirstOrThrow();
  return { subject, token, attempts };
}

/** What becomes of a job that is held. */
export type JobChange =
  | { readonly kind: 'keep'; readonly untilMs?: number; readonly attempts?: number }
  | { readonly kind: 'again'; readonly runAtMs: number; readonly attempts?: number }
  | { readonly kind: 'ended' };

/** Gives false, and changes nothing, where the lease is no longer the one in force. */
export async function changeJob(
  tx: Tx,
  kind: JobKind,
  { subject, token }: { readonly subject: string; readonly token: string },
  change: JobChange,
): Promise<boolean> {
  const attempts = 'attempts' in change && change.attempts !== undefined ? { attempts: change.attempts } : {};
  const free = { leaseUntilMs: null, leaseToken: null, ...attempts };
  const values =
    change.kind === 'keep'
      ? // A statement that sets nothing would be none, and it has to tell whether the lease holds.
        {
          state: 'leased' as const,
          ...attempts,
          ...(change.untilMs === undefined ? {} : { leaseUntilMs: change.untilMs }),
        }
      : change.kind === 'again'
        ? { ...free, state: 'waiting' as const, runAtMs: change.runAtMs }
        : { ...free, state: 'ended' as const };
  const { numUpdatedRows } = await tx
    .updateTable('jobs')
    .set(values)
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .where('leaseToken', '=', token)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
