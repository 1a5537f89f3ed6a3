import {
  type Database,
  readTenantSetting,
  type SecurityPolicy,
  type Store,
  securityPolicy,
  type TenantSetting,
  writeTenantSetting,
} from '@harrier/cases';
import { hasSecondPerson } from '../accounts/second-person.ts';

/** A shorter time for sealed originals that an administrator has asked for, and nobody has confirmed. */
export interface AskedRetention {
  /** Null: nothing is asked for. */
  readonly keepSealedDays: number | null;
  /** `account:<id>` of whoever asks. */
  readonly askedBy: string;
}

const asked: TenantSetting<AskedRetention> = {
  name: 'asked-retention',
  standard: { keepSealedDays: null, askedBy: '' },
};

type Actor = { readonly tenantId: string; readonly name: string };

export async function askedRetention(
  db: Database,
  tenantId: string,
): Promise<(AskedRetention & { readonly keepSealedDays: number }) | undefined> {
  const { keepSealedDays, askedBy } = await readTenantSetting(db, asked, tenantId);
  return keepSealedDays === null ? undefined : { keepSealedDays, askedBy };
}

/**
 * Changes what an organisation demands. A shorter time for sealed originals is only asked for, where there is a second person:
 * it deletes for good, and whoever has taken over one administrator's session would need nothing else.
 */
export async function changeSecurityPolicy(
  store: Store,
  actor: Actor,
  change: Partial<SecurityPolicy>,
  nowMs: number,
): Promise<SecurityPolicy> {
  const { keepSealedDays: now } = await readTenantSetting(store.db, securityPolicy, actor.tenantId);
  const { keepSealedDays: wanted, ...others } = change;
  if (wanted === undefined || wanted === now)
    return await writeTenantSetting(store, securityPolicy, actor, others, nowMs);
  if (isShorter(wanted, now) && (await hasSecondPerson(store.db, actor.tenantId))) {
    await writeTenantSetting(store, asked, actor, { keepSealedDays: wanted, askedBy: actor.name }, nowMs);
    return await writeTenantSetting(store, securityPolicy, actor, others, nowMs);
  }
  await withdrawRetention(store, actor, nowMs);
  return await writeTenantSetting(store, securityPolicy, actor, change, nowMs);
}

/** Whether the days that were asked for hold from now on: not for whoever asked, and not where others are asked for by now. */
export async function confirmRetention(
  store: Store,
  actor: Actor,
  keepSealedDays: number,
  nowMs: number,
): Promise<'confirmed' | 'same-person' | 'not-asked'> {
  const found = await askedRetention(store.db, actor.tenantId);
  if (found?.keepSealedDays !== keepSealedDays) return 'not-asked';
  if (found.askedBy === actor.name) return 'same-person';
  await writeTenantSetting(store, securityPolicy, actor, { keepSealedDays }, nowMs);
  await withdrawRetention(store, actor, nowMs);
  return 'confirmed';
}

/** Asks for it no more; nothing is written where nothing was asked for. */
export async function withdrawRetention(store: Store, actor: Actor, nowMs: number): Promise<void> {
  if ((await askedRetention(store.db, actor.tenantId)) !== undefined)
    await writeTenantSetting(store, asked, actor, asked.standard, nowMs);
}

/** Null is for ever. */
function isShorter(wanted: number | null, now: number | null): boolean {
  return wanted !== null && (now === null || wanted < now);
}
