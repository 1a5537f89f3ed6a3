import { sql } from 'kysely';
import type { Tx } from '../database.ts';

const statements: readonly string[] = [
  `create index jobs_open on jobs (kind, run_at_ms) where state <> 'ended'`,
  `drop index jobs_due`,
  `create index jobs_leased on jobs (kind, lease_until_ms) where state = 'leased'`,
  `create index intakes_running on intakes (tenant_id, id) where state = 'running'`,
];

/** Jobs and intakes that have ended stay, so that nothing is done twice; whoever looks for the next one need not pass by all of them. */
export async function openJobs(tx: Tx): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(tx);
}
