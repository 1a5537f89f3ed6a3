import { sql } from 'kysely';
import type { Tx } from '../database.ts';

const statements: readonly string[] = [
  `alter table sessions add column client text not null default ''`,
  `alter table accounts add column recovery_codes text not null default '[]'`,
  `create table account_links (
     account_id text primary key references accounts(id), token_hash text not null unique, drops_second_factor integer not null,
     expires_ms bigint not null)`,
  `create table reads (
     id text primary key, tenant_id text not null, actor text not null, at_ms bigint not null)`,
  `create index reads_of_actor on reads (actor, at_ms)`,
  `create table read_alarms (
     id text primary key, tenant_id text not null, actor text not null, at_ms bigint not null, files integer not null,
     seen_by text, seen_ms bigint)`,
  `create index read_alarms_of_tenant on read_alarms (tenant_id, at_ms)`,
];

/** One's own sessions, ways back into an account, and who reads much in a short time. */
export async function accountSecurity(tx: Tx): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(tx);
}
