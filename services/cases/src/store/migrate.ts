import { sql } from 'kysely';
import type { Database, Tx } from './database.ts';
import { firstTables } from './migrations/0001-first-tables.ts';
import { exceptionTables } from './migrations/0002-exceptions.ts';
import { uploadLinkTables } from './migrations/0003-upload-links.ts';
import { connectorTables } from './migrations/0004-connectors.ts';
import { oidcSignIns } from './migrations/0005-oidc-sign-ins.ts';
import { accountSecurity } from './migrations/0006-account-security.ts';
import { secondPerson } from './migrations/0007-second-person.ts';
import { allHands } from './migrations/0008-all-hands.ts';
import { openJobs } from './migrations/0009-open-jobs.ts';
import type { Store } from './open-store.ts';
import { StoreError } from './store-error.ts';

/** In the order in which they ran. Never change one that was released: add another. */
const migrations: readonly ((tx: Tx) => Promise<void>)[] = [
  firstTables,
  exceptionTables,
  uploadLinkTables,
  connectorTables,
  oidcSignIns,
  accountSecurity,
  secondPerson,
  allHands,
  openJobs,
];

/** Any number, the same in every Harrier: processes that start together migrate one after the other. */
const LOCK = 7_274_001;

/**
 * Brings the tables up to date, in one transaction. Error: `store/newer` where a newer Harrier has been here: it knows
 * what the tables mean now, this one does not.
 */
export async function migrate(db: Database, engine: Store['engine']): Promise<void> {
  await db.transaction().execute(async (tx) => {
    if (engine === 'postgres') await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx);
    await sql`create table if not exists harrier_schema (version integer not null)`.execute(tx);
    const found = await sql<{ version: number }>`select version from harrier_schema`.execute(tx);
    const version = found.rows[0]?.version ?? 0;
    if (version > migrations.length)
      throw new StoreError(
        'store/newer',
        `The database has tables of version ${version}, this Harrier knows ${migrations.length}.`,
      );
    if (version === migrations.length) return;
    for (const step of migrations.slice(version)) await step(tx);
    await sql`delete from harrier_schema`.execute(tx);
    await sql`insert into harrier_schema (version) values (${migrations.length})`.execute(tx);
  });
}
