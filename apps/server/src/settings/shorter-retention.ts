import {
  type Database,
  holdTenantSetting,
  readTenantSetting,
  type SecurityPolicy,
  type SettingActor,
  type Store,
  securityPolicy,
  setTenantSetting,
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
  actor: SettingActor,
  change: Partial<SecurityPolicy>,
  nowMs: number,
): Promise<void> {
  await store.transaction(async (tx) => {
    // First of all, as everywhere here: whoever asks, confirms or withdraws in the same moment waits for the others.
    await holdTenantSetting(tx, asked, actor.tenantId);
    const { keepSealedDays: now } = await holdTenantSetting(tx, securityPolicy, actor.tenantId);
    const { keepSealedDays: wanted = now, ...others } = change;
    const waits = isShorter(wanted, now) && (await hasSecondPerson(tx, actor.tenantId));
    if (waits)
      await setTenantSetting(tx, asked, actor, { keepSealedDays: wanted, askedBy: actor.name }, nowMs);
    else if (wanted !== now) await setTenantSetting(tx, asked, actor, asked.standard, nowMs);
    await setTenantSetting(tx, securityPolicy, actor, waits ? others : change, nowMs);
  });
}

/** Whether the days that were asked for hold from now on: not for whoever asked, and not where others are asked for by now. */
export async function confirmRetention(
  store: Store,
  actor: SettingActor,
  keepSealedDays: number,
  nowMs: number,
): Promise<'confirmed' | 'same-person' | 'not-asked'> {
  return await store.transaction(async (tx) => {
    const found = await holdTenantSetting(tx, asked, actor.tenantId);
    if (found.keepSealedDays !== keepSealedDays) return 'not-asked';
    if (found.askedBy === actor.name) return 'same-person';
    await setTenantSetting(tx, securityPolicy, actor, { keepSealedDays }, nowMs);
    await setTenantSetting(tx, asked, actor, asked.standard, nowMs);
    return 'confirmed';
  });
}

/** Asks for it no more; nothing is written where nothing was asked for. */
export async function withdrawRetention(store: Store, actor: SettingActor, nowMs: number): Promise<void> {
  await writeTenantSetting(store, asked, actor, asked.standard, nowMs);
}

/** Null is for ever. */
function isShorter(wanted: number | null, now: number | null): boolean {
  return wanted !== null && (now === null || wanted < now);
}
