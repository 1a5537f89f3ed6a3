import type { AccountRow, SecurityPolicy } from '@harrier/cases';
import { type Identity, rolesOf } from './identity.ts';
import { heldRoles } from './second-person.ts';

/**
 * What of an account's roles works now. A role that the organisation wants a second factor for waits until the account has one;
 * an account of an identity provider has the provider's. One of {@link heldRoles} waits while the account is held.
 * A role may wait for both.
 */
export function rolesInForce(
  account: Pick<AccountRow, 'roles' | 'totpSecret' | 'identity' | 'heldBy'>,
  { secondFactorFor }: SecurityPolicy,
): Pick<Identity, 'roles' | 'waitingRoles' | 'heldRoles'> {
  const all = rolesOf(account);
  const isStrong = account.totpSecret !== null || account.identity !== null;
  const waitingRoles = isStrong ? [] : all.filter((role) => secondFactorFor.includes(role));
  const held = account.heldBy === null ? [] : all.filter((role) => heldRoles.includes(role));
  const roles = all.filter((role) => !waitingRoles.includes(role) && !held.includes(role));
  return { roles, waitingRoles, heldRoles: held };
}
