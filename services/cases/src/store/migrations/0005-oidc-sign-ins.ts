import { sql } from 'kysely';
import type { Tx } from '../database.ts';

/** Sign-ins that are on their way to an identity provider and back. */
export async function oidcSignIns(tx: Tx): Promise<void> {
  await sql
    .raw(
      `create table oidc_sign_ins (
         state_hash text primary key, browser_hash text not null, nonce text not null, code_verifier text not null,
         expires_ms bigint not null)`,
    )
    .execute(tx);
}
