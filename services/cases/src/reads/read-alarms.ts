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

/** Somebody has looked into an alarm; the first who did is kept. Gives false where it is none of this tenant. */
export async function seeReadAlarm(
  store: Store,
  { name, tenantId }: Actor,
  id: string,
  nowMs: number,
): Promise<boolean> {
  return await store.transaction(async (tx) => {
    const alarm = await tx
      .selectFrom('readAlarms')
      .select('seenMs')
      .where('id', '=', id)
      .where('tenantId', '=', tenantId)
      .executeTakeFirst();
    if (alarm === undefined) return false;
    if (alarm.seenMs !== null) return true;
    const subject = `read-alarm:${id}`;
    await appendAudit(tx, { action: 'reads/seen', actor: name, tenantId, subject, atMs: nowMs, facts: {} });
    await tx.updateTable('readAlarms').set({ seenBy: name, seenMs: nowMs }).where('id', '=', id).execute();
    return true;
  });
}
