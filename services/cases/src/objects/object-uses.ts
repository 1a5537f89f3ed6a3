import type { Database, Tx } from '../store/database.ts';
import type { IntakeFacts } from '../workflow/intake.ts';

/** Whether bytes are attached to a case of this server. Whoever removes an object asks this first: its bytes may be somebody else's, too. */
export async function isAttached(db: Database | Tx, sha256: string): Promise<boolean> {
  const found = await db
    .selectFrom('attachments')
    .select('id')
    .where('sha256', '=', sha256)
    .where('removedMs', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Whether an intake made these bytes, a clean copy or a sealed original; `exceptFor`: whether another one did. */
export async function isMade(db: Database | Tx, sha256: string, exceptFor = ''): Promise<boolean> {
  const found = await db
    .selectFrom('ownFiles')
    .select('sha256')
    .where('sha256', '=', sha256)
    .where('intakeId', '!=', exceptFor)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Whether an intake keeps an original as these bytes: all that is left of it. What was destroyed is not kept any more. */
export async function isSealedOriginal(db: Database | Tx, sha256: string): Promise<boolean> {
  const makers = await db
    .selectFrom('ownFiles')
    .innerJoin('intakes', 'intakes.id', 'ownFiles.intakeId')
    .select('intakes.facts')
    .where('ownFiles.sha256', '=', sha256)
    .execute();
  return makers.some(({ facts }) => (JSON.parse(facts) as IntakeFacts).sealed?.sha256 === sha256);
}
