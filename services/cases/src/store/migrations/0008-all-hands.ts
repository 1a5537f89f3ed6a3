import { sql } from 'kysely';
import type { Tx } from '../database.ts';

const statements: readonly string[] = [
  `alter table accounts add column hands text not null default '[]'`,
  `update accounts set hands = '["' || held_by || '"]' where held_by is not null`,
];

/** Everybody who laid a hand on an account, not the last one alone. */
export async function allHands(tx: Tx): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(tx);
}
