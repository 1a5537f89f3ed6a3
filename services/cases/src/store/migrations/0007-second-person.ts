import { sql } from 'kysely';
import type { Tx } from '../database.ts';

const statements: readonly string[] = [
  'alter table accounts add column held_by text',
  'alter table accounts add column guarded_ms bigint',
  'alter table accounts add column own_password integer not null default 0',
  // What is there is believed: nobody knows any more who had a hand in it.
  `update accounts set guarded_ms = created_ms
     where roles like '%"approver"%' or roles like '%"key-holder"%' or roles like '%"auditor"%'`,
];

/** Accounts whose roles wait for a second person. */
export async function secondPerson(tx: Tx): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(tx);
}
