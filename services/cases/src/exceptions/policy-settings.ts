import { appendAudit } from '../audit/audit-log.ts';
import type { Store } from '../store/open-store.ts';
import { defaultExceptionPolicy, type ExceptionPolicy } from './exception-policy.ts';

/** Where a tenant's policy is kept, see `SettingRow`. */
function nameOf(tenantId: string): string {
  return `exception-policy:${tenantId}`;
}

/** The policy of a tenant: what was set, over the default. */
export async function readExceptionPolicy({ db }: Store, tenantId: string): Promise<ExceptionPolicy> {
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('name', '=', nameOf(tenantId))
    .executeTakeFirst();
  const set = row === undefined ? {} : (JSON.parse(row.value) as Partial<ExceptionPolicy>);
  return { ...defaultExceptionPolicy, ...set };
}

/** Sets a tenant's policy; what is not said stays. It holds for exceptions that are asked for from now on, and for next steps. */
export async function writeExceptionPolicy(
  store: Store,
  { tenantId, name: actor }: { readonly tenantId: string; readonly name: string },
  change: Partial<ExceptionPolicy>,
  nowMs: number,
): Promise<ExceptionPolicy> {
  const policy = { ...(await readExceptionPolicy(store, tenantId)), ...change };
  const value = JSON.stringify(policy);
  await store.transaction(async (tx) => {
    await appendAudit(tx, {
      action: 'settings/changed',
      actor,
      tenantId,
      subject: 'settings:exception-policy',
      atMs: nowMs,
      facts: { ...policy, wholeAtOnce: [...policy.wholeAtOnce] },
    });
    await tx
      .insertInto('settings')
      .values({ name: nameOf(tenantId), value })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
      .execute();
  });
  return policy;
}
