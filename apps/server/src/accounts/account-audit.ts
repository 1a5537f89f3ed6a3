import { type AccountRow, type AuditActionOf, appendAudit, type Tx } from '@harrier/cases';

/** Writes what happened to an account into the audit log, in the transaction that did it. */
export async function auditAccount(
  tx: Tx,
  atMs: number,
  action: AuditActionOf<'account' | 'token'>,
  actor: string,
  account: Pick<AccountRow, 'id' | 'tenantId'>,
  facts: Parameters<typeof appendAudit>[1]['facts'],
): Promise<void> {
  const { id, tenantId } = account;
  await appendAudit(tx, { action, actor, tenantId, subject: `account:${id}`, atMs, facts });
}
