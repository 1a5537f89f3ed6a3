import { sql } from 'kysely';
import type { Tx } from '../database.ts';

const statements: readonly string[] = [
  `create table connector_definitions (
     id text primary key, tenant_id text not null references tenants(id), value text not null, created_ms bigint not null)`,
  `create table connector_health (
     connector text primary key, looked_ms bigint not null, ok_ms bigint, trouble text)`,
  `create table backfills (
     connector text primary key, mode text not null, state text not null, cursor text, per_minute integer not null,
     found bigint not null, found_bytes bigint not null, announced bigint not null, started_ms bigint not null,
     updated_ms bigint not null, trouble text)`,
];

/** Case systems that administrators set up, how they are, and the taking in of what they had before. */
export async function connectorTables(tx: Tx): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(tx);
}
