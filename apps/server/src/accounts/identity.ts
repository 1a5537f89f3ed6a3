import type { AccountRow } from '@harrier/cases';
import { roles as allRoles, type Permission, type Role } from './roles.ts';

/** Who makes a request, and what they may do. */
export interface Identity {
  readonly accountId: string;
  readonly tenantId: string;
  readonly name: string;
  /** Those that work now. */
  readonly roles: readonly Role[];
  /** Those that work once the account has a second factor. */
  readonly waitingRoles: readonly Role[];
  /** Those that work once a second person has confirmed the account. */
  readonly heldRoles: readonly Role[];
  readonly permissions: ReadonlySet<Permission>;
  /** Who it is whatever the account: `<issuer>#<subject>`, or the account itself where it is a local one. */
  readonly person: string;
  /** How they proved it. */
  readonly via: 'session' | 'api-token';
  /** SHA-256 of the session's or token's secret: the same for every request of the same session. */
  readonly credential: string;
}

/** How often it is written that a session or token was used: a database write for each request would be many for little. */
export const SEEN_MS = 60_000;

/** The roles of a row; a word that this version does not know gives nothing. */
export function rolesOf({ roles }: Pick<AccountRow, 'roles'>): readonly Role[] {
  const held = JSON.parse(roles) as readonly string[];
  return allRoles.filter((role) => held.includes(role));
}

/** Who an account is, whatever it may do. */
export function personOf({ id, tenantId, name, identity }: AccountRow) {
  return { accountId: id, tenantId, name, person: identity ?? `account:${id}` };
}
