import { randomUUID } from 'node:crypto';
import type { AuditEvent } from '../audit/audit-event.ts';
import { appendAudit } from '../audit/audit-log.ts';
import { securityPolicy } from '../security-policy/security-policy.ts';
import type { Tx } from '../store/database.ts';
import { readTenantSetting } from '../store/tenant-setting.ts';

/** Within this time reads are counted. */
export const READS_WINDOW_MS = 10 * 60_000;

/** Somebody has read so much that their organisation lets them wait. */
export class TooManyReads extends Error {
  readonly retryAfterMs: number;

  constructor(retryAfterMs: number) {
    super('too many files were read');
    this.name = 'TooManyReads';
    this.retryAfterMs = retryAfterMs;
  }
}

/**
 * Writes down that somebody reads bytes, before the first one is given out, and counts: an account that reads more than its
 * organisation calls usual raises an alarm, once for each such time. Every way to bytes goes through here. Error:
 * {@link TooManyReads} where the organisation wants the account stopped; then nothing was read.
 */
export async function recordRead(tx: Tx, event: AuditEvent): Promise<void> {
  const { actor, tenantId, atMs } = event;
  // First, because it makes others wait: reads at the same moment are counted one after the other.
  await appendAudit(tx, event);
  const { manyReads, stopManyReads } = await readTenantSetting(tx, securityPolicy, tenantId);
  const sinceMs = atMs - READS_WINDOW_MS;
  await tx.deleteFrom('reads').where('actor', '=', actor).where('atMs', '<=', sinceMs).execute();
  const { count, firstMs } = await tx
    .selectFrom('reads')
    .select((read) => [read.fn.countAll<number | string>().as('count'), read.fn.min('atMs').as('firstMs')])
    .where('actor', '=', actor)
    .executeTakeFirstOrThrow();
  // The one beyond is still given, and raises the alarm: a refusal alone would leave no trace of it.
  if (stopManyReads && Number(count) > manyReads)
    throw new TooManyReads(Number(firstMs ?? atMs) + READS_WINDOW_MS - atMs);
  await tx.insertInto('reads').values({ id: randomUUID(), tenantId, actor, atMs }).execute();
  if (Number(count) + 1 > manyReads) await raiseAlarm(tx, event, Number(count) + 1);
}

async function raiseAlarm(tx: Tx, { actor, tenantId, atMs }: AuditEvent, files: number): Promise<void> {
  const raised = await tx
    .selectFrom('readAlarms')
    .select('id')
    .where('actor', '=', actor)
    .where('atMs', '>', atMs - READS_WINDOW_MS)
    .executeTakeFirst();
  if (raised !== undefined) {
    // The most of them: later, what it began with is no longer counted.
    await tx
      .updateTable('readAlarms')
      .set({ files })
      .where('id', '=', raised.id)
      .where('files', '<', files)
      .execute();
    return;
  }
  await tx
    .insertInto('readAlarms')
    .values({ id: randomUUID(), tenantId, actor, atMs, files, seenBy: null, seenMs: null })
    .execute();
  await appendAudit(tx, { action: 'reads/many', actor, tenantId, subject: actor, atMs, facts: { files } });
}
