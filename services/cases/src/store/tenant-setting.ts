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

/** Who changes settings: `name` is `account:<id>`. */
export interface SettingActor {
  readonly tenantId: string;
  readonly name: string;
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

/** {@link setTenantSetting} in a transaction of its own. */
export async function writeTenantSetting<Value extends object>(
  store: Store,
  setting: TenantSetting<Value>,
  actor: SettingActor,
  change: Partial<Value>,
  nowMs: number,
): Promise<Value> {
  return await store.transaction(async (tx) => await setTenantSetting(tx, setting, actor, change, nowMs));
}

/** Sets what is said; what is not said stays. Where that changes nothing, nothing is written. Gives what holds from now on. */
export async function setTenantSetting<Value extends object>(
  tx: Tx,
  setting: TenantSetting<Value>,
  { tenantId, name: actor }: SettingActor,
  change: Partial<Value>,
  nowMs: number,
): Promise<Value> {
  const before = await holdTenantSetting(tx, setting, tenantId);
  const after = { ...before, ...change };
  const value = JSON.stringify(after);
  if (value === JSON.stringify(before)) return after;
  await appendAudit(tx, {
    action: 'settings/changed',
    actor,
    tenantId,
    subject: `settings:${setting.name}`,
    atMs: nowMs,
    facts: JSON.parse(value) as PlainObject,
  });
  await tx.updateTable('settings').set({ value }).where('name', '=', `${setting.name}:${tenantId}`).execute();
  return after;
}

/**
 * What holds for a tenant until the transaction ends: others who write this setting wait. Two who change different parts of it at
 * once would else each write the other's part as it was. What was never set becomes an empty row, which says nothing.
 */
export async function holdTenantSetting<Value extends object>(
  tx: Tx,
  setting: TenantSetting<Value>,
  tenantId: string,
): Promise<Value> {
  await tx
    .insertInto('settings')
    .values({ name: `${setting.name}:${tenantId}`, value: '{}' })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((row) => ({ value: row.ref('settings.value') })),
    )
    .execute();
  return await readTenantSetting(tx, setting, tenantId);
}
