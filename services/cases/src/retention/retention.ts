import { noteMark } from '@harrier/knowledge';
import { words } from '@harrier/knowledge/words';
import { appendAudit, auditHead, holdAudit } from '../audit/audit-log.ts';
import type { CaseConnector } from '../connectors/case-connector.ts';
import { CaseSystemError } from '../connectors/case-system-error.ts';
import type { ObjectStore } from '../objects/object-store.ts';
import { isAttached, isMade } from '../objects/object-uses.ts';
import { securityPolicy } from '../security-policy/security-policy.ts';
import type { Tx } from '../store/database.ts';
import { changeJob, claimJob, enqueue } from '../store/job-queue.ts';
import type { Store } from '../store/open-store.ts';
import { readIntake } from '../store/sql-intakes.ts';
import { readTenantSetting } from '../store/tenant-setting.ts';
import { findUnchanged } from '../workflow/find-unchanged.ts';
import { type Intake, intakeMark, type PlacedFile, type Removal } from '../workflow/intake.ts';
import { beginDestruction } from './begun-destruction.ts';

/**
 * Sealed originals that an organisation keeps no longer. First it is written down that one has expired, then that it goes and
 * nobody can ask for it any more; then the copy in the case and the objects go, the case is told, and last the intake forgets capsule and map, and the database what was released of
 * them, in one transaction with the audit entry. Each of these finds out what was done before it, so a process that ends anywhere
 * in between does no harm: the next one does the rest.
 */

const DAY_MS = 86_400_000;
/** Longer than the copy in the case takes to be read: a second process would tell the case twice and find the copy gone. */
const LEASE_MS = 30 * 60_000;
/** An exception is under way, or the case system does not answer. */
const AGAIN_MS = 60 * 60_000;
/** Written down in one go; the next look takes the others. */
const MOST_AT_ONCE = 200;
/** Characters of the audit head in a note, as in all notes. */
const HEAD_CHARS = 16;

export interface RetentionOptions {
  readonly store: Store;
  readonly objects: ObjectStore;
  readonly connector: (id: string) => CaseConnector | undefined;
  readonly clock: () => number;
}

/** Puts every sealed original in line whose time is over. Gives how many are new. */
export async function findExpired({
  store,
  clock,
}: Pick<RetentionOptions, 'store' | 'clock'>): Promise<number> {
  let found = 0;
  for (const { id: tenantId } of await store.db.selectFrom('tenants').select('id').execute()) {
    const { keepSealedDays } = await readTenantSetting(store.db, securityPolicy, tenantId);
    if (keepSealedDays === null) continue;
    const due = await store.db
      .selectFrom('intakes')
      .select('id')
      .where('tenantId', '=', tenantId)
      // The second one is done as well: what could not be removed is the original in the case.
      .where('state', 'in', ['done', 'original-present'])
      .where('updatedMs', '<=', clock() - keepSealedDays * DAY_MS)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('jobs')
              .select('jobs.id')
              .where('jobs.kind', '=', 'retention')
              .whereRef('jobs.subject', '=', 'intakes.id'),
          ),
        ),
      )
      .orderBy('updatedMs')
      .limit(MOST_AT_ONCE)
      .execute();
    for (const { id } of due) if (await expire(store, id, keepSealedDays, clock())) found++;
  }
  return found;
}

async function expire(store: Store, id: string, days: number, nowMs: number): Promise<boolean> {
  return await store.transaction(async (tx) => {
    const intake = await readIntake(tx, id);
    if (intake?.facts.sealed === undefined || !(await enqueue(tx, 'retention', id, nowMs))) return false;
    const { tenantId, facts } = intake;
    await appendAudit(tx, {
      action: 'original/expired',
      actor: 'worker',
      tenantId,
      subject: `sha256:${facts.sealed?.sha256}`,
      atMs: nowMs,
      facts: { intake: id, days },
    });
    return true;
  });
}

/** Destroys the sealed original that has waited longest. Gives whether there was one. */
export async function workOnRetention(options: RetentionOptions): Promise<boolean> {
  const { store, clock } = options;
  const job = await store.transaction(
    async (tx) => await claimJob(tx, store.engine, 'retention', clock(), LEASE_MS),
  );
  if (job === undefined) return false;
  const settle = async (change: Parameters<typeof changeJob>[3]) =>
    await store.transaction(async (tx) => await changeJob(tx, 'retention', job, change));
  const intake = await readIntake(store.db, job.subject);
  const days = intake === undefined ? undefined : await dueAfter(store, intake, clock());
  if (intake?.facts.sealed === undefined) await settle({ kind: 'ended' });
  else if (days === undefined) await forget(store, job.subject);
  else
    try {
      const connector = connectorOf(options, intake);
      if (!(await beginDestruction(store, intake, { sinceMs: clock(), days }))) {
        await settle({ kind: 'again', runAtMs: clock() + AGAIN_MS });
        return true;
      }
      const removal = await destroy(options, connector, intake, intake.facts.sealed, days);
      await store.transaction(async (tx) => {
        if (await changeJob(tx, 'retention', job, { kind: 'ended' }))
          await writeDown(tx, job.subject, removal, clock());
      });
    } catch (error) {
      if (!(error instanceof CaseSystemError)) throw error;
      await settle({ kind: 'again', runAtMs: clock() + Math.max(AGAIN_MS, error.retryAfterMs ?? 0) });
    }
  return true;
}

/**
 * The days that are over; undefined where they are not, because the organisation may have given it more time since. What was begun
 * goes on all the same, a part of it is gone already.
 */
async function dueAfter(
  { db }: Store,
  { tenantId, updatedMs, facts }: Intake,
  nowMs: number,
): Promise<number | undefined> {
  if (facts.destroying !== undefined) return facts.destroying.days;
  const { keepSealedDays } = await readTenantSetting(db, securityPolicy, tenantId);
  return keepSealedDays !== null && updatedMs <= nowMs - keepSealedDays * DAY_MS ? keepSealedDays : undefined;
}

/** So that it is found again when its new time is over. */
async function forget({ db }: Store, subject: string): Promise<void> {
  await db.deleteFrom('jobs').where('kind', '=', 'retention').where('subject', '=', subject).execute();
}

/** Error: {@link CaseSystemError} where it is gone: what cannot be finished is not begun. */
function connectorOf({ connector: find }: RetentionOptions, intake: Intake): CaseConnector {
  const connector = find(intake.connector);
  if (connector === undefined)
    throw new CaseSystemError('case-system/unreachable', `There is no case system ${intake.connector} here.`);
  return connector;
}

/** Takes the bytes away and tells the case; nothing of it is written down here yet. */
async function destroy(
  { store, objects }: RetentionOptions,
  connector: CaseConnector,
  intake: Intake,
  sealed: PlacedFile,
  days: number,
): Promise<Removal> {
  const removal = await removeFromCase(connector, sealed);
  for (const file of [sealed, intake.facts.clean?.sealedMap])
    if (file !== undefined)
      await store.transaction(async (tx) => {
        // Nobody attaches or makes the same bytes between the question and the removal.
        await holdAudit(tx);
        if (!(await isHeldElsewhere(tx, intake.id, file.sha256))) await objects.remove(file.sha256);
      });
  const { caseRef } = intake.attachment;
  const key = `${intakeMark(intake.id)}-expired`;
  if (!(await connector.hasNote(caseRef, key))) {
    const { note } = words(await connector.language(caseRef)).cases;
    const { seq, hash } = await auditHead(store.db);
    const text = [
      `${noteMark(key)} ${note.expired(String(days))}`,
      '',
      `${sealed.name} · SHA-256 ${sealed.sha256}`,
      ...(removal === 'removed' || removal === 'was-gone' ? [] : [note.removal[removal]]),
      note.audit(`${seq}/${hash.slice(0, HEAD_CHARS)}`),
    ].join('\n');
    await connector.note(caseRef, { key, text, visibility: 'private' });
  }
  return removal;
}

/** The copy in the case, if it is still the one that was put there, by whatever name. */
async function removeFromCase(
  connector: CaseConnector,
  { attachment, sizeBytes, sha256 }: PlacedFile,
): Promise<Removal> {
  if (attachment === undefined) return 'was-gone';
  if ((await connector.capabilities()).purgeLevel === 'P0') return 'not-removable';
  try {
    const found = await findUnchanged(connector, { ...attachment, sizeBytes }, sha256);
    if (typeof found === 'string') return found;
    await connector.remove(found, sha256);
    return 'removed';
  } catch (error) {
    if (!(error instanceof CaseSystemError)) throw error;
    if (error.code === 'case-system/not-found') return 'was-gone';
    if (error.code === 'case-system/forbidden') return 'forbidden';
    throw error;
  }
}

/** The same bytes are attached somewhere, or another intake made them, too. */
async function isHeldElsewhere(db: Tx, intakeId: string, sha256: string): Promise<boolean> {
  return (await isAttached(db, sha256)) || (await isMade(db, sha256, intakeId));
}

/** From now on there is nothing that an exception could be asked for. */
async function writeDown(tx: Tx, intakeId: string, removal: Removal, nowMs: number): Promise<void> {
  const intake = await readIntake(tx, intakeId);
  if (intake?.facts.sealed === undefined) return;
  const { sealed, clean, destroying: _, ...facts } = intake.facts;
  const { name, sizeBytes, sha256, keyIds } = sealed;
  const { sealedMap: __, ...keptClean } = clean ?? {};
  const after = {
    ...facts,
    ...(clean === undefined ? {} : { clean: keptClean }),
    destroyed: { name, sizeBytes, sha256, keyIds, atMs: nowMs, removal },
  };
  await tx
    .updateTable('intakes')
    .set({ facts: JSON.stringify(after), updatedMs: nowMs })
    .where('id', '=', intakeId)
    .execute();
  // Releases are copies of it, or of parts, for somebody's own key.
  await tx
    .deleteFrom('exceptionReleases')
    .where('exceptionId', 'in', (select) =>
      select
        .selectFrom('exceptions')
        .select('id')
        .where('tenantId', '=', intake.tenantId)
        .where('sealedSha256', '=', sha256),
    )
    .execute();
  await appendAudit(tx, {
    action: 'original/destroyed',
    actor: 'worker',
    tenantId: intake.tenantId,
    subject: `sha256:${sha256}`,
    atMs: nowMs,
    facts: { intake: intakeId, removal },
  });
}
