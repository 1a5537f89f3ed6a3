import { randomUUID } from 'node:crypto';
import type { AccountRow, Tx } from '@harrier/cases';
import { auditAccount } from './account-audit.ts';
import type { Role } from './roles.ts';
import { isGuarded } from './second-person.ts';

export interface NewAccount {
  readonly tenantId: string;
  readonly name: string;
  /** Absent: a link lets its owner choose one, see {@link AccountLinks}. */
  readonly password?: string | undefined;
  readonly roles: readonly Role[];
}

/** `actor` made it, as an entry of the audit log says. */
export async function insertAccount(
  tx: Tx,
  nowMs: number,
  actor: string,
  { tenantId, name, roles }: Omit<NewAccount, 'password'>,
  more: Pick<AccountRow, 'passwordHash'> & Partial<Pick<AccountRow, 'identity' | 'heldBy' | 'ownPassword'>>,
): Promise<AccountRow> {
  const row: AccountRow = {
    id: randomUUID(),
    tenantId,
    name,
    totpSecret: null,
    totpStep: 0,
    roles: JSON.stringify(roles),
    identity: null,
    createdMs: nowMs,
    disabledMs: null,
    failedSignIns: 0,
    lockedUntilMs: 0,
    recoveryCodes: '[]',
    heldBy: null,
    hands: JSON.stringify([actor]),
    guardedMs: isGuarded(roles) ? nowMs : null,
    ownPassword: 0,
    ...more,
  };
  await tx.insertInto('accounts').values(row).execute();
  const facts = { roles, held: row.heldBy !== null };
  await auditAccount(tx, nowMs, 'account/created', actor, row, facts);
  return row;
}
