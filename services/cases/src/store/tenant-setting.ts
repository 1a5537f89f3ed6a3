import { appendAudit } from '../audit/audit-log.ts';
import type { PlainObject } from '../audit/canonical-json.ts';
import type { Database, Tx } from './database.ts';
import type { Store } from './open-store.ts';

/** Settings of one kind that each tenant has for itself; what was never set is as `standard` says. */
export interface TenantSetting<Value extends object> {
  /** Of the kind, e.g. `exception-policy`. */
  readonly name: string;
  readonly standard: Value;
}

/** What holds for a tenant: what was set, over the standard. */
export async function readTenantSetting<Value extends object>(
  db: Database | Tx,
  { name, standard }: TenantSetting<Value>,
  tenantId: string,
): Promise<Value> {
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('name', '=', `${name}:${tenantId}`)
    .executeTakeFirst();
  const set = row === undefined ? {} : (JSON.parse(row.value) as Partial<Value>);
  return { ...standard, ...set };
}

/** Sets what is said; what is not said stays. Gives what holds from now on. */
export async function writeTenantSetting<Value extends object>(
  store: Store,
  setting: TenantSetting<Value>,
  { tenantId, name: actor }: { readonly tenantId: string; readonly name: string },
  change: Partial<Value>,
  nowMs: number,
): Promise<Value> {
  return await store.transaction(async (tx) => {
    await holdTenantSetting(tx, setting, tenantId);
    const after = { ...(await readTenantSetting(tx, setting, tenantId)), ...change };
    const value = JSON.stringify(after);
    await appendAudit(tx, {
      action: 'settings/changed',
      actor,
      tenantId,
      subject: `settings:${setting.name}`,
      atMs: nowMs,
      facts: JSON.parse(value) as PlainObject,
    });
    await tx
      .insertInto('settings')
      .values({ name: `${setting.name}:${tenantId}`, value })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
      .execute();
    return after;
  });
}

/**
 * Lets others who write this setting wait until the transaction ends: two who change different parts of it at once would each
 * write the other's part as it was. What was never set becomes an empty row, which says nothing.
 */
async function holdTenantSetting(
  tx: Tx,
  { name }: { readonly name: string },
  tenantId: string,
): Promise<void> {
  await tx
    .insertInto('settings')
    .values({ name: `${name}:${tenantId}`, value: '{}' })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((row) => ({ value: row.ref('settings.value') })),
    )
    .execute();
}
