import type { Store } from '../store/open-store.ts';
import { readTenantSetting, type TenantSetting, writeTenantSetting } from '../store/tenant-setting.ts';
import { defaultExceptionPolicy, type ExceptionPolicy } from './exception-policy.ts';

const setting: TenantSetting<ExceptionPolicy> = {
  name: 'exception-policy',
  standard: defaultExceptionPolicy,
};

/** The policy of a tenant: what was set, over the default. */
export async function readExceptionPolicy({ db }: Store, tenantId: string): Promise<ExceptionPolicy> {
  return await readTenantSetting(db, setting, tenantId);
}

/** Sets a tenant's policy; what is not said stays. It holds for exceptions that are asked for from now on, and for next steps. */
export async function writeExceptionPolicy(
  store: Store,
  actor: { readonly tenantId: string; readonly name: string },
  change: Partial<ExceptionPolicy>,
  nowMs: number,
): Promise<ExceptionPolicy> {
  return await writeTenantSetting(store, setting, actor, change, nowMs);
}
