import { sql } from 'kysely';
import type { Tx } from '../database.ts';

/** What each column means stands in `database.ts`. Statements that libsql and PostgreSQL both understand. */
const statements: readonly string[] = [
  `create table tenants (id text primary key, name text not null, created_ms bigint not null)`,
  `create table cases (
     id text primary key, tenant_id text not null references tenants(id), number integer not null, title text not null,
     language text not null, status text not null, created_by text not null, created_ms bigint not null,
     updated_ms bigint not null, unique (tenant_id, number))`,
  `create table notes (
     id text primary key, case_id text not null references cases(id), author text not null, visibility text not null,
     text text not null, created_ms bigint not null, note_key text, unique (case_id, note_key))`,
  `create index notes_of_case on notes (case_id, created_ms)`,
  `create table attachments (
     id text primary key, case_id text not null references cases(id), name text not null, media_type text not null,
     size_bytes bigint not null, sha256 text not null, visibility text not null, created_by text not null,
     created_ms bigint not null, removed_ms bigint, put_key text, unique (case_id, put_key))`,
  `create index attachments_of_case on attachments (case_id, created_ms)`,
  `create index attachments_by_content on attachments (sha256)`,
  `create index attachments_by_time on attachments (created_ms, id)`,
  `create table jobs (
     id text primary key, kind text not null, subject text not null, state text not null, attempts integer not null,
     run_at_ms bigint not null, lease_until_ms bigint, lease_token text, unique (kind, subject))`,
  `create index jobs_due on jobs (kind, run_at_ms)`,
  `create table intakes (
     id text primary key, tenant_id text not null, connector text not null, case_ref text not null,
     attachment_id text not null, attachment_name text not null, attachment_bytes bigint not null,
     attachment_created_ms bigint not null, step text not null, state text not null, facts text not null, trouble text,
     created_ms bigint not null, updated_ms bigint not null)`,
  `create index intakes_of_case on intakes (connector, case_ref)`,
  `create index intakes_of_tenant on intakes (tenant_id, updated_ms)`,
  `create table own_files (sha256 text not null, intake_id text not null, primary key (sha256, intake_id))`,
  `create table cursors (connector text primary key, cursor text not null)`,
  `create table audit_entries (
     seq bigint primary key, tenant_id text not null, line text not null, hash text not null)`,
  `create index audit_of_tenant on audit_entries (tenant_id, seq)`,
  `create table audit_head (id integer primary key, seq bigint not null, hash text not null)`,
  `create table audit_checkpoints (
     seq bigint primary key, root text not null, head text not null, at_ms bigint not null)`,
  `create table accounts (
     id text primary key, tenant_id text not null references tenants(id), name text not null, password_hash text not null,
     totp_secret text, totp_step bigint not null, roles text not null, created_ms bigint not null, disabled_ms bigint,
     failed_sign_ins integer not null, locked_until_ms bigint not null, unique (name))`,
  `create table sessions (
     token_hash text primary key, account_id text not null references accounts(id), created_ms bigint not null,
     seen_ms bigint not null)`,
  `create index sessions_of_account on sessions (account_id)`,
  `create table api_tokens (
     id text primary key, token_hash text not null unique, account_id text not null references accounts(id),
     name text not null, scopes text not null, created_ms bigint not null, expires_ms bigint not null, used_ms bigint,
     revoked_ms bigint)`,
  `create table settings (name text primary key, value text not null)`,
  `insert into audit_head (id, seq, hash) values (1, 0, '${'0'.repeat(64)}')`,
];

/** The tables of the first release. */
export async function firstTables(tx: Tx): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(tx);
}
