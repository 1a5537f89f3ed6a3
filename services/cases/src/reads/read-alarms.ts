import { appendAudit } from '../audit/audit-log.ts';
import type { Actor } from '../connectors/built-in/case-book.ts';
import type { ReadAlarmRow } from '../store/database.ts';
import type { Store } from '../store/open-store.ts';

/** The alarms of a tenant, the latest first. */
export async function readAlarms(
  { db }: Store,
  tenantId: string,
  limit: number,
): Promise<readonly ReadAlarmRow[]> {
  return await db
    .selectFrom('readAlarms')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .orderBy('atMs', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Somebody has looked into an alarm. Gives false where it is none of this tenant, or somebody was before. */
export async function seeReadAlarm(
  store: Store,
  { name, tenantId }: Actor,
  id: string,
  nowMs: number,
): Promise<boolean> {
  return await store.transaction(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('readAlarms')
      .set({ seenBy: name, seenMs: nowMs })
      .where('id', '=', id)
      .where('tenantId', '=', tenantId)
      .where('seenMs', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) return false;
    const subject = `read-alarm:${id}`;
    await appendAudit(tx, { action: 'reads/seen', actor: name, tenantId, subject, atMs: nowMs, facts: {} });
    return true;
  });
}
