import {
  confirmKey,
  type KeyRefusal,
  proposedKeys,
  proposeKey,
  readProposedKey,
  retireKey,
} from '@harrier/cases';
import type { VaultKey } from '@harrier/cases/vault';
import { RequestError } from '../http/request-error.ts';
import { actorOf, caller, type Route, route } from './route.ts';
import { id, list, object, text } from './schemas.ts';

const vaultKey = object(
  {
    fingerprint: id,
    encryptionKeyId: id,
    algorithm: id,
    userIds: list(text(1000, 0)),
    expiresMs: { type: 'integer' },
    id,
    isProposed: { type: 'boolean' },
    addedBy: id,
  },
  ['expiresMs', 'id', 'isProposed', 'addedBy'],
);

function shown({ fingerprint, encryptionKeyId, algorithm, userIds, expiresAt }: VaultKey) {
  const expires = expiresAt === undefined ? {} : { expiresMs: expiresAt.getTime() };
  return { fingerprint, encryptionKeyId, algorithm, userIds, ...expires };
}

function taken<Done>(done: Done | KeyRefusal): Done {
  switch (done) {
    case 'not-found':
      throw new RequestError('request/not-found');
    case 'there-already':
      throw new RequestError('request/conflict');
    case 'same-person':
      throw new RequestError('request/forbidden');
    default:
      return done as Done;
  }
}

export const vaultKeyRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/api/vault/keys',
    access: 'signed-in',
    summary: 'The keys that originals are sealed for, and those that wait to be confirmed.',
    answer: { status: 200, schema: list(vaultKey) },
    handle: async (call) => {
      const { tenantId } = caller(call);
      const given = await proposedKeys(call.service.store.db, tenantId);
      const isGiven = new Set(given.map(({ fingerprint }) => fingerprint));
      const ofSettings = (await call.service.vaultKeys(tenantId)).filter(
        ({ fingerprint }) => !isGiven.has(fingerprint),
      );
      const rows = await Promise.all(
        given.map(async (key) => {
          const read = await readProposedKey(key);
          if (read === undefined) return [];
          const isProposed = key.confirmedMs === undefined;
          return [{ ...shown(read), id: key.id, isProposed, addedBy: key.proposedBy }];
        }),
      );
      return [...ofSettings.map(shown), ...rows.flat()];
    },
  }),
  route<{ armored: string }>({
    method: 'POST',
    url: '/api/vault/keys',
    access: 'exception:release',
    summary:
      'Proposes a public key for your organisation’s vault. Nothing is sealed for it before somebody else confirms it.',
    body: object({ armored: text(400_000) }),
    answer: { status: 201, schema: object({ id, fingerprint: id }) },
    handle: async (call) => {
      const { service, body } = call;
      const made = taken(await proposeKey(service.store, actorOf(call), body.armored, service.clock()));
      return { id: made.id, fingerprint: made.fingerprint };
    },
  }),
  route({
    method: 'PATCH',
    url: '/api/vault/keys/:keyId',
    access: 'settings:manage',
    summary: 'Confirms a key that somebody else proposed: originals are sealed for it from now on.',
    answer: { status: 204 },
    handle: async (call) => {
      const { service, params } = call;
      taken(await confirmKey(service.store, actorOf(call), params.keyId ?? '', service.clock()));
    },
  }),
  route({
    method: 'DELETE',
    url: '/api/vault/keys/:keyId',
    access: 'settings:manage',
    summary: 'Retires a key: nothing is sealed for it any more; what was sealed still opens with it.',
    answer: { status: 204 },
    handle: async (call) => {
      const { service, params } = call;
      taken(await retireKey(service.store, actorOf(call), params.keyId ?? '', service.clock()));
    },
  }),
];
