import { rolesOf } from '../accounts/identity.ts';
import { isOwners } from '../accounts/second-person.ts';
import { RequestError } from '../http/request-error.ts';
import { askedRetention, confirmRetention, withdrawRetention } from '../settings/shorter-retention.ts';
import { actorOf, caller, inPerson, type Route, route } from './route.ts';
import { accountName, id, list, object, roleList } from './schemas.ts';

const days = { type: 'integer', minimum: 1, maximum: 3660 };
const waiting = object(
  {
    accounts: list(
      object({
        id,
        name: accountName,
        roles: roleList,
        /** `account:<id>` of the administrator who had a hand in it. */
        heldBy: id,
        /** Its owner has chosen the password: before that it cannot be confirmed. */
        isOwners: { type: 'boolean' },
      }),
    ),
    retention: object({ keepSealedDays: days, askedBy: id }),
  },
  ['retention'],
);

/** What one administrator cannot do alone, and the second person who confirms it. */
export const confirmationRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/api/confirmations',
    access: 'administration:confirm',
    summary:
      'What an administrator did that waits for you: accounts with roles that watch over others, and a shorter time for sealed originals.',
    answer: { status: 200, schema: waiting },
    handle: async (call) => {
      const { service } = call;
      const { tenantId } = caller(call);
      const held = await service.accounts.held.list(tenantId);
      const retention = await askedRetention(service.store.db, tenantId);
      return {
        accounts: held.map((row) => ({
          id: row.id,
          name: row.name,
          roles: rolesOf(row),
          heldBy: row.heldBy ?? '',
          isOwners: isOwners(row),
        })),
        ...(retention === undefined ? {} : { retention }),
      };
    },
  }),
  route({
    method: 'POST',
    url: '/api/confirmations/accounts/:accountId',
    access: 'administration:confirm',
    summary:
      'Says that an account is in its owner’s hands; its roles work from now on. Ask them first, in another way.',
    answer: { status: 204 },
    handle: async (call) =>
      await call.service.accounts.held.confirm(inPerson(call), call.params.accountId ?? ''),
  }),
  route<{ keepSealedDays: number }>({
    method: 'POST',
    url: '/api/confirmations/retention',
    access: 'administration:confirm',
    summary: 'Lets the shorter time that was asked for hold: what is older is deleted.',
    body: object({ keepSealedDays: days }),
    answer: { status: 204 },
    handle: async (call) => {
      const { service, body } = call;
      inPerson(call);
      const done = await confirmRetention(service.store, actorOf(call), body.keepSealedDays, service.clock());
      if (done === 'same-person') throw new RequestError('request/forbidden');
      // Another time may be asked for than the one that was read.
      if (done === 'not-asked') throw new RequestError('request/conflict');
    },
  }),
  route({
    method: 'DELETE',
    url: '/api/confirmations/retention',
    access: 'settings:manage',
    summary: 'Asks for the shorter time no more.',
    answer: { status: 204 },
    handle: async (call) => {
      const { service } = call;
      await withdrawRetention(service.store, actorOf(call), service.clock());
    },
  }),
];
