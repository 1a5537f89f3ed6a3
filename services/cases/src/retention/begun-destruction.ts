import type { Tx } from '../store/database.ts';
import type { Store } from '../store/open-store.ts';
import type { Intake, IntakeFacts } from '../workflow/intake.ts';

/**
 * Where the destruction of a sealed original and a request for it meet. Both first write to the intake's row, so the database
 * lets one of them wait for the other: either the request is seen here, or the destruction there.
 */

/** Holds an intake until the transaction ends, and gives what is known of it by then; undefined where there is none. */
async function holdIntake(tx: Tx, intakeId: string): Promise<IntakeFacts | undefined> {
  const row = await tx
    .updateTable('intakes')
    // It changes nothing; a statement that only reads would not make others wait.
    .set((intake) => ({ facts: intake.ref('facts') }))
    .where('id', '=', intakeId)
    .returning('facts')
    .executeTakeFirst();
  return row === undefined ? undefined : (JSON.parse(row.facts) as IntakeFacts);
}

/**
 * Decides that a sealed original goes, unless somebody is just about to be given it; from then on nobody can ask for it. What was
 * begun is brought to its end, so a second call says yes again. Gives whether it goes.
 */
export async function beginDestruction(
  store: Store,
  { id, tenantId }: Pick<Intake, 'id' | 'tenantId'>,
  destroying: NonNullable<IntakeFacts['destroying']>,
): Promise<boolean> {
  return await store.transaction(async (tx) => {
    const facts = await holdIntake(tx, id);
    if (facts?.sealed === undefined) return false;
    if (facts.destroying !== undefined) return true;
    const asked = await tx
      .selectFrom('exceptions')
      .select('id')
      .where('tenantId', '=', tenantId)
      .where('sealedSha256', '=', facts.sealed.sha256)
      .where('state', 'in', ['requested', 'approved', 'released'])
      .limit(1)
      .executeTakeFirst();
    if (asked !== undefined) return false;
    const begun: IntakeFacts = { ...facts, destroying };
    await tx
      .updateTable('intakes')
      .set({ facts: JSON.stringify(begun) })
      .where('id', '=', id)
      .execute();
    return true;
  });
}

/** Whether the sealed original of an intake is gone or about to go; until the transaction ends it stays so. */
export async function isDestroyed(tx: Tx, intakeId: string): Promise<boolean> {
  const facts = await holdIntake(tx, intakeId);
  return facts?.destroyed !== undefined || facts?.destroying !== undefined;
}
