import type { AccountRow, Database, Tx } from '@harrier/cases';
import type { Role } from './roles.ts';

/**
 * What one administrator cannot do alone. Roles by which an original is approved, opened or watched over are worth nothing if
 * whoever has taken over one administrator's session can be all of them: by a new account, by another role, by a link to
 * somebody's password. So an account that an administrator had a hand in is held: its guarded roles wait until somebody else who
 * has one has confirmed that it is in its owner's hands. The first such account of an organisation works at once, because there
 * is nobody yet who could confirm it.
 */
export const guardedRoles: readonly Role[] = ['approver', 'key-holder', 'auditor'];

/**
 * What waits while an account is held. An administrator with a guarded role could else make a second administrator, let that one
 * make the key holder, and confirm it as somebody else.
 */
export const heldRoles: readonly Role[] = [...guardedRoles, 'admin'];

export function isGuarded(roles: readonly string[]): boolean {
  return guardedRoles.some((role) => roles.includes(role));
}

/** Whether an administrator's hand in an account with these roles holds it. */
export async function isHeldWith(
  roles: readonly Role[],
  db: Database | Tx,
  tenantId: string,
): Promise<boolean> {
  return heldRoles.some((role) => roles.includes(role)) && (await hasSecondPerson(db, tenantId));
}

/** Everybody who laid a hand on an account since it was last confirmed, `account:<id>` each. */
export function handsOf({ hands }: Pick<AccountRow, 'hands'>): readonly string[] {
  return JSON.parse(hands) as readonly string[];
}

/** The same with one more hand, as the row keeps it. */
export function withHand(row: Pick<AccountRow, 'hands'>, hand: string): string {
  return JSON.stringify([...new Set([...handsOf(row), hand])]);
}

/** Whether an organisation has ever had a second person, shut by now or not: the way back must not be open. */
export async function hasSecondPerson(db: Database | Tx, tenantId: string): Promise<boolean> {
  const found = await db
    .selectFrom('accounts')
    .select('id')
    .where('tenantId', '=', tenantId)
    .where('guardedMs', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Whether an account can be confirmed: a password that somebody else knows is not in its owner's hands. */
export function isOwners({ ownPassword, identity }: Pick<AccountRow, 'ownPassword' | 'identity'>): boolean {
  return ownPassword === 1 || identity !== null;
}
