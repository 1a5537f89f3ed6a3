import { readTenantSetting, type SecurityPolicy, securityPolicy, writeTenantSetting } from '@harrier/cases';
import { actorOf, caller, type Route, route } from './route.ts';
import { object, roleList } from './schemas.ts';

/** Bounds that no organisation goes beyond. */
const policy = {
  secondFactorFor: roleList,
  keepSealedDays: { type: ['integer', 'null'], minimum: 1, maximum: 3660 },
  manyReads: { type: 'integer', minimum: 3, maximum: 10_000 },
  stopManyReads: { type: 'boolean' },
};

export const securityPolicyRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/api/security-policy',
    access: 'signed-in',
    summary: 'What your organisation demands of its accounts, and how long it keeps sealed originals.',
    answer: { status: 200, schema: object(policy) },
    handle: async (call) =>
      await readTenantSetting(call.service.store.db, securityPolicy, caller(call).tenantId),
  }),
  route<Partial<SecurityPolicy>>({
    method: 'PATCH',
    url: '/api/security-policy',
    access: 'settings:manage',
    summary: 'Changes it; what is not said stays.',
    body: object(policy, Object.keys(policy)),
    answer: { status: 200, schema: object(policy) },
    handle: async ({ service, ...call }) =>
      await writeTenantSetting(service.store, securityPolicy, actorOf(call), call.body, service.clock()),
  }),
];
