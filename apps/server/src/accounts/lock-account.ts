import type { AccountRow, Tx } from '@harrier/cases';

/**
 * An account of an organisation, as it is now and until the transaction ends; undefined where there is none. Whoever else changes
 * it waits: else one who decides from the row as it was would undo, in the same moment, that it is held.
 */
export async function lockAccount(tx: Tx, id: string, tenantId: string): Promise<AccountRow | undefined> {
  return await tx
    .updateTable('accounts')
    // It changes nothing; a statement that only reads would not make others wait.
    .set((account) => ({ heldBy: account.ref('heldBy') }))
    .where('id', '=', id)
    .where('tenantId', '=', tenantId)
    .returningAll()
    .executeTakeFirst();
}
