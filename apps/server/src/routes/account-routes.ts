import type { AccountRow } from '@harrier/cases';
import { rolesOf } from '../accounts/identity.ts';
import type { Role } from '../accounts/roles.ts';
import { RequestError } from '../http/request-error.ts';
import { actorOf, caller, type Route, route } from './route.ts';
import { accountName, id, list, object, password, roleList, time } from './schemas.ts';

const account = object({
  id,
  name: accountName,
  roles: roleList,
  secondFactor: { type: 'boolean' },
  disabled: { type: 'boolean' },
  createdMs: time,
});

/** What is shown of an account. */
function shown(row: AccountRow) {
  const { id: accountId, name, totpSecret, disabledMs, createdMs } = row;
  return {
    id: accountId,
    name,
    roles: rolesOf(row),
    secondFactor: totpSecret !== null,
    disabled: disabledMs !== null,
    createdMs,
  };
}

export const accountRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/api/accounts',
    access: 'account:manage',
    summary: 'The accounts of your organisation.',
    answer: { status: 200, schema: list(account) },
    handle: async (call) => (await call.service.accounts.list(caller(call).tenantId)).map(shown),
  }),
  route<{ name: string; password: string; roles: Role[] }>({
    method: 'POST',
    url: '/api/accounts',
    access: 'account:manage',
    summary: 'Makes an account in your organisation.',
    body: object({ name: accountName, password, roles: roleList }),
    answer: { status: 201, schema: account },
    handle: async (call) => {
      const { name, tenantId } = actorOf(call);
      return shown(await call.service.accounts.create(name, { tenantId, ...call.body }));
    },
  }),
  route<{ roles?: Role[]; disabled?: boolean }>({
    method: 'PATCH',
    url: '/api/accounts/:accountId',
    access: 'account:manage',
    summary: 'Changes roles, or shuts or opens an account. Its sessions end.',
    body: object({ roles: roleList, disabled: { type: 'boolean' } }, ['roles', 'disabled']),
    answer: { status: 200, schema: account },
    handle: async (call) => {
      const { accountId = '' } = call.params;
      // Nobody gives themselves another role, or shuts themselves out: that takes a second administrator.
      if (accountId === caller(call).accountId) throw new RequestError('request/forbidden');
      const changed = await call.service.accounts.change(caller(call), accountId, call.body);
      if (changed === undefined) throw new RequestError('request/not-found');
      return shown(changed);
    },
  }),
];
