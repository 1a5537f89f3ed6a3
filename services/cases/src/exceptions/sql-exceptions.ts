import { createHash } from 'node:crypto';
import { appendAudit } from '../audit/audit-log.ts';
import { isDestroyed } from '../retention/begun-destruction.ts';
import type { Database, ExceptionRow, Tx } from '../store/database.ts';
import { enqueue } from '../store/job-queue.ts';
import { isDuplicate, type Store } from '../store/open-store.ts';
import type { Exception, ExceptionState } from './exception.ts';
import { exceptionEvent, stepBetween } from './exception-event.ts';
import { ExceptionRefused } from './exception-refusal.ts';
import type { ExceptionStore } from './exception-store.ts';
import { newsOf, noteSubject } from './told-steps.ts';

/** Steps that can still lapse. */
const open: readonly ExceptionState[] = ['requested', 'approved', 'released'];

/** Exceptions in the database: the exception, its audit event and the job that tells the case change together. */
export function sqlExceptions(store: Store): ExceptionStore {
  const { db } = store;
  return {
    async create(exception) {
      try {
        await store.transaction(async (tx) => {
          if (await isDestroyed(tx, exception.intakeId)) throw new ExceptionRefused('exception/not-sealed');
          await tx
            .insertInto('exceptions')
            .values({
              id: exception.id,
              tenantId: exception.tenantId,
              caseRef: exception.caseRef,
              sealedSha256: exception.sealedSha256,
              requestedMs: exception.requested.atMs,
              ...changing(exception),
            })
            .execute();
          await writeDown(tx, undefined, exception);
        });
      } catch (error) {
        throw isDuplicate(error) ? new ExceptionRefused('exception/conflict') : error;
      }
    },

    get: async (tenantId, id) => await read(db, tenantId, id),

    async replace(exception) {
      await store.transaction(async (tx) => {
        const before = await read(tx, exception.tenantId, exception.id);
        // The update asks for the version again: two that have read the same one must not both write.
        const { numUpdatedRows } = await tx
          .updateTable('exceptions')
          .set(changing(exception))
          .where('id', '=', exception.id)
          .where('tenantId', '=', exception.tenantId)
          .where('version', '=', exception.version - 1)
          .executeTakeFirst();
        if (numUpdatedRows !== 1n || before === undefined) throw new ExceptionRefused('exception/conflict');
        await writeDown(tx, before, exception);
      });
    },

    forFile: async (tenantId, sealedSha256) =>
      listed(
        await all(db).where('tenantId', '=', tenantId).where('sealedSha256', '=', sealedSha256).execute(),
      ),
    forCase: async (tenantId, caseRef) =>
      listed(await all(db).where('tenantId', '=', tenantId).where('caseRef', '=', caseRef).execute()),
    inState: async (tenantId, state) =>
      listed(await all(db).where('tenantId', '=', tenantId).where('state', '=', state).execute()),
    due: async (nowMs) =>
      listed(await all(db).where('state', 'in', open).where('dueMs', '<=', nowMs).execute()),

    async putRelease(tenantId, id, release) {
      const message = Buffer.from(release).toString('base64');
      const sha256 = createHash('sha256').update(release).digest('hex');
      await store.transaction(async (tx) => {
        if ((await read(tx, tenantId, id)) === undefined) throw new ExceptionRefused('exception/not-found');
        await tx
          .insertInto('exceptionReleases')
          .values({ exceptionId: id, sha256, message })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      });
    },

    async getRelease(tenantId, id, sha256) {
      if ((await read(db, tenantId, id)) === undefined) return undefined;
      const row = await db
        .selectFrom('exceptionReleases')
        .select('message')
        .where('exceptionId', '=', id)
        .where('sha256', '=', sha256)
        .executeTakeFirst();
      return row === undefined ? undefined : new Uint8Array(Buffer.from(row.message, 'base64'));
    },
  };
}

/** One exception, whoever's it is: for the worker, which has no tenant. */
export async function readException(db: Database, id: string): Promise<Exception | undefined> {
  const row = await all(db).where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : exceptionOf(row);
}

async function writeDown(tx: Tx, before: Exception | undefined, after: Exception): Promise<void> {
  await appendAudit(tx, exceptionEvent(before, after));
  const { action, atMs } = stepBetween(before, after);
  const news = newsOf(action);
  if (news !== undefined) await enqueue(tx, 'exception-note', noteSubject(after.id, news), atMs);
}

async function read(db: Database | Tx, tenantId: string, id: string): Promise<Exception | undefined> {
  const row = await all(db).where('id', '=', id).where('tenantId', '=', tenantId).executeTakeFirst();
  return row === undefined ? undefined : exceptionOf(row);
}

function all(db: Database | Tx) {
  return db.selectFrom('exceptions').selectAll().orderBy('requestedMs').orderBy('id');
}

function listed(rows: readonly ExceptionRow[]): readonly Exception[] {
  return rows.map(exceptionOf);
}

function exceptionOf({ value }: ExceptionRow): Exception {
  return JSON.parse(value) as Exception;
}

/** What a step may change; everything else of an exception stands from its beginning. */
function changing(exception: Exception): Pick<ExceptionRow, 'state' | 'version' | 'dueMs' | 'value'> {
  const { state, version, dueMs } = exception;
  return { state, version, dueMs, value: JSON.stringify(exception) };
}
