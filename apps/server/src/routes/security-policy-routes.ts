import { readTenantSetting, type SecurityPolicy, securityPolicy } from '@harrier/cases';
import type { Service } from '../service.ts';
import { askedRetention, changeSecurityPolicy } from '../settings/shorter-retention.ts';
import { actorOf, caller, type Route, route } from './route.ts';
import { object, roleList } from './schemas.ts';

/** Bounds that no organisation goes beyond. */
const policy = {
  secondFactorFor: roleList,
  keepSealedDays: { type: ['integer', 'null'], minimum: 1, maximum: 3660 },
  manyReads: { type: 'integer', minimum: 3, maximum: 10_000 },
  stopManyReads: { type: 'boolean' },
};

const shownPolicy = object(
  {
    ...policy,
    /** Asked for, and not confirmed by a second person. */
    askedKeepSealedDays: { type: 'integer' },
  },
  ['askedKeepSealedDays'],
);

async function shown({ store }: Service, tenantId: string) {
  const asked = await askedRetention(store.db, tenantId);
  return {
    ...(await readTenantSetting(store.db, securityPolicy, tenantId)),
    ...(asked === undefined ? {} : { askedKeepSealedDays: asked.keepSealedDays }),
  };
}

export const securityPolicyRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/api/security-policy',
    access: 'signed-in',
    summary: 'What your organisation demands of its accounts, and how long it keeps sealed originals.',
    answer: { status: 200, schema: shownPolicy },
    handle: async (call) => await shown(call.service, caller(call).tenantId),
  }),
  route<Partial<SecurityPolicy>>({
    method: 'PATCH',
    url: '/api/security-policy',
    access: 'settings:manage',
    summary:
      'Changes it; what is not said stays. A shorter time for sealed originals waits until a second person has confirmed it.',
    body: object(policy, Object.keys(policy)),
    answer: { status: 200, schema: shownPolicy },
    handle: async ({ service, ...call }) => {
      await changeSecurityPolicy(service.store, actorOf(call), call.body, service.clock());
      return await shown(service, caller(call).tenantId);
    },
  }),
];
