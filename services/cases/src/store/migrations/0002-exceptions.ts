import { sql } from 'kysely';
import type { Tx } from '../database.ts';

const statements: readonly string[] = [
  `create table exceptions (
     id text primary key, tenant_id text not null, case_ref text not null, sealed_sha256 text not null, state text not null,
     version integer not null, requested_ms bigint not null, due_ms bigint not null, value text not null)`,
  `create index exceptions_of_file on exceptions (tenant_id, sealed_sha256)`,
  `create index exceptions_of_case on exceptions (tenant_id, case_ref)`,
  `create index exceptions_in_state on exceptions (state, due_ms)`,
  `create table exception_releases (
     exception_id text not null references exceptions(id), sha256 text not null, message text not null,
     primary key (exception_id, sha256))`,
  `create table consent_links (
     token_hash text primary key, exception_id text not null references exceptions(id), tenant_id text not null)`,
  `alter table accounts add column identity text`,
  `create unique index accounts_of_identity on accounts (identity)`,
];

/** Exceptions, their releases, the links by which customers are asked, and who an account is outside of here. */
export async function exceptionTables(tx: Tx): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(tx);
}
