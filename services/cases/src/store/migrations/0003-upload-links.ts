import { sql } from 'kysely';
import type { Tx } from '../database.ts';

const statements: readonly string[] = [
  `create table upload_links (
     id text primary key, token_hash text not null unique, tenant_id text not null, case_id text not null references cases(id),
     wants_original integer not null, created_by text not null, created_ms bigint not null, expires_ms bigint not null,
     revoked_ms bigint, files integer not null)`,
  `create index upload_links_of_case on upload_links (case_id)`,
];

/** Links by which customers without an account send files to one case. */
export async function uploadLinkTables(tx: Tx): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(tx);
}
