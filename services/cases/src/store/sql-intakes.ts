import { sql } from 'kysely';
import { appendAudit, auditHead } from '../audit/audit-log.ts';
import { ObjectError } from '../objects/object-error.ts';
import type { ObjectStore } from '../objects/object-store.ts';
import type { Intake, IntakeFacts, IntakeState, Trouble } from '../workflow/intake.ts';
import { auditEventOf, changed, type IntakeStore, LeaseLost } from '../workflow/intake-store.ts';
import { announcedEvent, newIntake } from '../workflow/new-intake.ts';
import type { Step } from '../workflow/step.ts';
import type { Database, IntakeRow, Tx } from './database.ts';
import { changeJob, claimJob, type DueJobs, enqueue } from './job-queue.ts';
import type { Store } from './open-store.ts';

/**
 * Intakes in the database: the intake's row, its job and the audit entry change together. With `objects` a step's own files are looked
 * for there before they are written down; error `objects/missing`, behind which the step is done again.
 */
export function sqlIntakes(store: Store, objects?: Pick<ObjectStore, 'sizeOf'>): IntakeStore {
  return {
    async announce(connector, attachment, nowMs) {
      const intake = newIntake(connector, attachment, nowMs);
      // Known ones are the rule when polling: no transaction for them.
      if ((await readIntake(store.db, intake.id)) !== undefined) return { id: intake.id, isNew: false };
      return await store.transaction(async (tx) => ({ id: intake.id, isNew: await addIntake(tx, intake) }));
    },

    async claim(nowMs, leaseMs) {
      return await store.transaction(async (tx) => {
        const claim = async (narrowed?: (due: DueJobs) => DueJobs) =>
          await claimJob(tx, store.engine, 'intake', nowMs, leaseMs, narrowed);
        const busy = await busyTenants(tx, nowMs);
        const job = (busy.length === 0 ? undefined : await claim(ofOthers(busy))) ?? (await claim());
        if (job === undefined) return undefined;
        const intake = await readIntake(tx, job.subject);
        if (intake === undefined) throw new Error(`the job of intake ${job.subject} has no intake`);
        return { lease: { intakeId: job.subject, token: job.token }, intake, attempts: job.attempts };
      });
    },

    async renew(lease, nowMs, leaseMs) {
      await store.transaction(
        async (tx) => await hold(tx, lease, { kind: 'keep', untilMs: nowMs + leaseMs }),
      );
    },

    async commit(lease, change, nowMs) {
      return await store.transaction(async (tx) => {
        await hold(
          tx,
          lease,
          change.kind === 'advance'
            ? { kind: 'keep', attempts: 1 }
            : change.kind === 'again'
              ? { kind: 'again', runAtMs: change.runAtMs }
              : { kind: 'ended' },
        );
        const before = await readIntake(tx, lease.intakeId);
        if (before === undefined) throw new LeaseLost();
        const after = changed(before, change, nowMs);
        await tx.updateTable('intakes').set(columnsOf(after)).where('id', '=', after.id).execute();
        // First, because it makes others wait: whoever removes the same bytes elsewhere is before or behind this.
        await appendAudit(tx, auditEventOf(before, change, nowMs));
        for (const sha256 of change.kind === 'advance' ? (change.ownFiles ?? []) : []) {
          if (objects !== undefined && (await objects.sizeOf(sha256)) === undefined)
            throw new ObjectError('objects/missing', 'The bytes were removed before they were written down.');
          await tx
            .insertInto('ownFiles')
            .values({ sha256, intakeId: after.id })
            .onConflict((conflict) => conflict.doNothing())
            .execute();
        }
        return after;
      });
    },

    async restart(id, actor, nowMs) {
      return await store.transaction(async (tx) => {
        const { numUpdatedRows } = await tx
          .updateTable('intakes')
          .set({ state: 'running', trouble: null, updatedMs: nowMs })
          .where('id', '=', id)
          .where('state', '=', 'stuck')
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        await tx
          .updateTable('jobs')
          .set({ state: 'waiting', attempts: 0, runAtMs: nowMs })
          .where('kind', '=', 'intake')
          .where('subject', '=', id)
          .execute();
        const intake = await readIntake(tx, id);
        const tenantId = intake?.tenantId ?? '';
        await appendAudit(tx, {
          action: 'intake/restarted',
          actor,
          tenantId,
          subject: `intake:${id}`,
          atMs: nowMs,
          facts: {},
        });
        return true;
      });
    },

    get: async (id) => await readIntake(store.db, id),

    async isOwnFile(sha256) {
      const found = await store.db
        .selectFrom('ownFiles')
        .select('sha256')
        .where('sha256', '=', sha256)
        .executeTakeFirst();
      return found !== undefined;
    },

    auditHead: async () => await auditHead(store.db),
  };
}

/** Organisations of which something is being worked on. */
async function busyTenants(tx: Tx, nowMs: number): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('jobs')
    .innerJoin('intakes', 'intakes.id', 'jobs.subject')
    .select('intakes.tenantId')
    .distinct()
    .where('kind', '=', 'intake')
    .where('jobs.state', '=', sql.lit('leased'))
    .where('leaseUntilMs', '>', nowMs)
    .execute();
  return rows.map(({ tenantId }) => tenantId);
}

/** Whoever sends much waits for itself alone: what is due of others goes first. */
function ofOthers(tenants: readonly string[]): (due: DueJobs) => DueJobs {
  return (due) =>
    due.where('subject', 'in', ({ selectFrom }) =>
      selectFrom('intakes')
        .select('id')
        .where('state', '=', sql.lit('running'))
        .where('tenantId', 'not in', tenants),
    );
}

/** Adds an intake with its job and its audit entry; gives false where it is there already. */
export async function addIntake(tx: Tx, intake: Intake): Promise<boolean> {
  const { attachment } = intake;
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('intakes')
    .values({
      id: intake.id,
      tenantId: intake.tenantId,
      connector: intake.connector,
      caseRef: attachment.caseRef,
      attachmentId: attachment.id,
      attachmentName: attachment.name,
      attachmentBytes: attachment.sizeBytes,
      attachmentCreatedMs: attachment.createdMs,
      createdMs: intake.createdMs,
      ...columnsOf(intake),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return false;
  await enqueue(tx, 'intake', intake.id, intake.createdMs);
  await appendAudit(tx, announcedEvent(intake));
  return true;
}

export interface IntakeFilter {
  readonly caseRef?: string;
  readonly connector?: string;
  /** The beginning of its id, see `intakeMark`. */
  readonly mark?: string;
  /** Those whose sealed original retention has destroyed. */
  readonly destroyed?: true;
  /** Id of the last one of the page before. One that is not there has nothing after it. */
  readonly after?: string;
  readonly limit: number;
}

/**
 * Intakes of a tenant, those that changed last first. Those of one case come by when they began, the latest first: that order stays
 * while they are worked on, so that whoever reads them page by page misses none.
 */
export async function listIntakes(
  db: Database,
  tenantId: string,
  { caseRef, connector, mark, destroyed, after, limit }: IntakeFilter,
): Promise<readonly Intake[]> {
  const time = caseRef === undefined ? 'updatedMs' : 'createdMs';
  let query = db.selectFrom('intakes').selectAll().where('tenantId', '=', tenantId);
  if (caseRef !== undefined) query = query.where('caseRef', '=', caseRef);
  if (connector !== undefined) query = query.where('connector', '=', connector);
  // Ids are hexadecimal, and `g` follows on `f`.
  if (mark !== undefined) query = query.where('id', '>=', mark).where('id', '<', `${mark}g`);
  if (destroyed !== undefined)
    // Its facts are text; the job that did it is found by an index.
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('jobs')
          .select('jobs.id')
          .where('jobs.kind', '=', 'retention')
          .where('jobs.state', '=', 'ended')
          .whereRef('jobs.subject', '=', 'intakes.id'),
      ),
    );
  if (after !== undefined) {
    const last = await readIntake(db, after);
    if (last?.tenantId !== tenantId) return [];
    const atMs = last[time];
    query = query.where(({ eb, or, and }) =>
      or([eb(time, '<', atMs), and([eb(time, '=', atMs), eb('id', '>', after)])]),
    );
  }
  const rows = await query.orderBy(time, 'desc').orderBy('id').limit(limit).execute();
  return rows.map(intakeOf);
}

async function hold(
  tx: Tx,
  lease: { readonly intakeId: string; readonly token: string },
  change: Parameters<typeof changeJob>[3],
): Promise<void> {
  const isOurs = await changeJob(tx, 'intake', { subject: lease.intakeId, token: lease.token }, change);
  if (!isOurs) throw new LeaseLost();
}

/** One intake, whoever holds it. */
export async function readIntake(db: Database | Tx, id: string): Promise<Intake | undefined> {
  const row = await db.selectFrom('intakes').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : intakeOf(row);
}

function columnsOf({ step, state, facts, trouble, updatedMs }: Intake) {
  return {
    step,
    state,
    facts: JSON.stringify(facts),
    trouble: trouble === undefined ? null : JSON.stringify(trouble),
    updatedMs,
  };
}

function intakeOf(row: IntakeRow): Intake {
  return {
    id: row.id,
    tenantId: row.tenantId,
    connector: row.connector,
    attachment: {
      caseRef: row.caseRef,
      id: row.attachmentId,
      name: row.attachmentName,
      sizeBytes: row.attachmentBytes,
      createdMs: row.attachmentCreatedMs,
    },
    step: row.step as Step,
    state: row.state as IntakeState,
    facts: JSON.parse(row.facts) as IntakeFacts,
    ...(row.trouble === null ? {} : { trouble: JSON.parse(row.trouble) as Trouble }),
    createdMs: row.createdMs,
    updatedMs: row.updatedMs,
  };
}
