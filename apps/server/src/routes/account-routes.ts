import type { AccountRow } from '@harrier/cases';
import { rolesOf } from '../accounts/identity.ts';
import type { Role } from '../accounts/roles.ts';
import { RequestError } from '../http/request-error.ts';
import { found } from './case-routes.ts';
import { actorOf, caller, type Route, type RouteCall, route } from './route.ts';
import { accountName, id, list, object, password, roleList, text, time } from './schemas.ts';

/** Guessing 256 bits is hopeless; this keeps it from being tried at all. */
const GUESSES_PER_MINUTE = 20;

const accountMembers = {
  id,
  name: accountName,
  roles: roleList,
  /** `provider`: it signs in elsewhere, and has no password here. */
  kind: { enum: ['local', 'provider'] },
  secondFactor: { type: 'boolean' },
  /** Some of its roles wait until a second person has confirmed it. */
  held: { type: 'boolean' },
  disabled: { type: 'boolean' },
  createdMs: time,
};
const account = object(accountMembers);
/** By which its owner chooses a password. It is shown this once. */
const link = text(1000);

/** What is shown of an account. */
function shown(row: AccountRow) {
  const { id: accountId, name, identity, totpSecret, heldBy, disabledMs, createdMs } = row;
  return {
    id: accountId,
    name,
    roles: rolesOf(row),
    kind: identity === null ? 'local' : 'provider',
    secondFactor: totpSecret !== null,
    held: heldBy !== null,
    disabled: disabledMs !== null,
    createdMs,
  };
}

async function linkFor(call: RouteCall<unknown, unknown>, accountId: string, dropsSecondFactor: boolean) {
  const { accounts, settings } = call.service;
  const token = found(await accounts.links.make(caller(call), accountId, { dropsSecondFactor }));
  // Behind `#`, which browsers send to nobody and write in no log.
  return `${settings.publicOrigin}/#password=${token}`;
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
  route<{ name: string; password?: string; roles: Role[] }>({
    method: 'POST',
    url: '/api/accounts',
    access: 'account:manage',
    summary:
      'Makes an account in your organisation. Without a password it gives a link by which its owner chooses one. From the second approver, key holder or auditor on, these and administrators wait until a second person has confirmed them.',
    body: object({ name: accountName, password, roles: roleList }, ['password']),
    answer: { status: 201, schema: object({ ...accountMembers, link }, ['link']) },
    handle: async (call) => {
      const { service, body } = call;
      const { name, tenantId } = actorOf(call);
      const made = await service.accounts.create(name, { tenantId, ...body });
      if (body.password !== undefined) return shown(made);
      return { ...shown(made), link: await linkFor(call, made.id, false) };
    },
  }),
  route<{ dropsSecondFactor: boolean }>({
    method: 'POST',
    url: '/api/accounts/:accountId/link',
    access: 'account:manage',
    summary:
      'Makes a link for somebody who has lost their password: it works once, for a day. The second factor stays unless you say otherwise; ask who it is first. Of an approver, key holder, auditor or administrator the roles wait for a second person, unless the second factor stays in the way.',
    body: object({ dropsSecondFactor: { type: 'boolean' } }),
    answer: { status: 201, schema: object({ link }) },
    handle: async (call) => {
      const { accountId = '' } = call.params;
      // Nobody gets around their own second factor: that takes a second administrator.
      if (accountId === caller(call).accountId) throw new RequestError('request/forbidden');
      return { link: await linkFor(call, accountId, call.body.dropsSecondFactor) };
    },
  }),
  route<{ token: string }>({
    method: 'POST',
    url: '/api/account-link/question',
    access: 'public',
    summary: 'Whose password a link lets choose.',
    body: object({ token: text(100) }),
    answer: { status: 200, schema: object({ name: accountName }) },
    perMinute: GUESSES_PER_MINUTE,
    handle: async ({ service, body }) => ({ name: await service.accounts.links.nameOf(body.token) }),
  }),
  route<{ token: string; password: string }>({
    method: 'POST',
    url: '/api/account-link',
    access: 'public',
    summary: 'Chooses the password. The link is used up, and all sessions and API tokens of the account end.',
    body: object({ token: text(100), password }),
    answer: { status: 204 },
    perMinute: GUESSES_PER_MINUTE,
    handle: async ({ service, body }) => await service.accounts.links.use(body.token, body.password),
  }),
  route<{ roles?: Role[]; disabled?: boolean }>({
    method: 'PATCH',
    url: '/api/accounts/:accountId',
    access: 'account:manage',
    summary:
      'Changes roles, or shuts or opens an account. Its sessions end. Roles of approvers, key holders, auditors and administrators wait for a second person.',
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
