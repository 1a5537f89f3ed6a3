import type { AccountRow, SecurityPolicy } from '@harrier/cases';
import { rolesOf } from './identity.ts';
import type { Role } from './roles.ts';
import { heldRoles } from './second-person.ts';

/**
 * What of an account's roles works now. A role that the organisation wants a second factor for waits until the account has one;
 * an account of an identity provider has the provider's. One of {@link heldRoles} waits while the account is held.
 */
export function rolesInForce(
  account: Pick<AccountRow, 'roles' | 'totpSecret' | 'identity' | 'heldBy'>,
  { secondFactorFor }: SecurityPolicy,
): { readonly roles: readonly Role[]; readonly waitingRoles: readonly Role[] } {
  const held = rolesOf(account);
  const isStrong = account.totpSecret !== null || account.identity !== null;
  const waits = (role: Role): boolean =>
    (!isStrong && secondFactorFor.includes(role)) || (account.heldBy !== null && heldRoles.includes(role));
  return { roles: held.filter((role) => !waits(role)), waitingRoles: held.filter(waits) };
}
