import type { Random } from '../backend/random.ts';
import type { Customer } from './customer.ts';

/** One request that a page makes. */
export interface PageRequest {
  readonly method: string;
  readonly host: string;
  readonly target: string;
  readonly body?: unknown;
}

/** Somebody at a portal, from signing in to closing the tab. */
export interface Visit {
  readonly customer: Customer;
  readonly portal: 'admin' | 'hub';
  readonly uuid: string;
  readonly token: string;
  counter: number;
  /** Requests that are still to come. */
  left: number;
}

/** Out of 100 requests of an administrator; fax and recording are rare in life as well. */
const adminShares: readonly (readonly [
  share: number,
  make: (visit: Visit, random: Random) => PageRequest,
])[] = [
  [12, (visit) => cpapi(visit, '')],
  [14, (visit) => cpapi(visit, '/users')],
  [16, (visit, random) => cpapi(visit, `/users/${random.pick(visit.customer.users)}`)],
  [10, (visit) => cpapi(visit, '/locations')],
  [10, (visit) => notifications(visit)],
  [
    12,
    (visit, random) => templates(visit, random.pick(visit.customer.users), '?includeAllOrgTemplates=true'),
  ],
  [6, (visit) => jobs(visit)],
  [5, (visit, random) => cpapi(visit, `/users/${random.pick(visit.customer.users)}/features/callrecording`)],
  [6, (visit, random) => cpapi(visit, `/users/${random.pick(visit.customer.users)}/voicemail`)],
  [3, (visit, random) => usage(visit, random)],
  [4, (visit, random) => fax(visit, random)],
  [2, (visit, random) => recording(visit, random)],
];

const hubPaths = ['', '/settings/services', '/schedules', '/features/singlenumberreach'];

/** The next request of a visit, and its tracking id as that portal writes them. */
export function nextRequest(visit: Visit, random: Random): { request: PageRequest; trackingId: string } {
  visit.left--;
  if (visit.portal === 'hub') {
    if (random.between(0, 4) === 0) {
      const key = '?templateKey=calling-end-user-feature-access-template';
      const trackingId = `UserHub_${visit.uuid}_${visit.counter++}`;
      return { request: templates(visit, random.pick(visit.customer.users), key), trackingId };
    }
    const target = `/api/v1/users/me${random.pick(hubPaths)}`;
    const request = { method: 'GET', host: 'cpapi-a.example.test', target };
    return { request, trackingId: `UserHub_${random.uuid()}` };
  }
  let drawn = random.between(0, 100);
  for (const [share, make] of adminShares) {
    if (drawn < share) return { request: make(visit, random), trackingId: adminId(visit) };
    drawn -= share;
  }
  return { request: notifications(visit), trackingId: adminId(visit) };
}

function adminId(visit: Visit): string {
  return `ATLAS_${visit.uuid}_${visit.counter++}`;
}

function cpapi({ customer }: Visit, path: string): PageRequest {
  return { method: 'GET', host: 'cpapi-r.example.test', target: `/api/v1/customers/${customer.id}${path}` };
}

function notifications({ customer }: Visit): PageRequest {
  return {
    method: 'POST',
    host: 'notification-service-a.example.test',
    target: `/notify/api/v2/notifications/search?orgId=${customer.id}`,
    body: { types: ['ALERT', 'MAINTENANCE'], read: false, limit: 20 },
  };
}

function templates({ portal }: Visit, userId: string, query: string): PageRequest {
  return {
    method: 'GET',
    host: `settings-service-${portal === 'hub' ? 'a' : 'r'}.example.test`,
    target: `/settings-service/api/v1/templates/configure/users/${userId}${query}`,
  };
}

function jobs({ customer }: Visit): PageRequest {
  return {
    method: 'GET',
    host: 'admin-batch-service-r.example.test',
    target: `/api/v1/customers/${customer.id}/jobs`,
  };
}

function usage(visit: Visit, random: Random): PageRequest {
  return cpapi(visit, `/locations/${random.pick(visit.customer.locations)}/numbers/usage`);
}

function fax(visit: Visit, random: Random): PageRequest {
  const { target, host } = cpapi(visit, `/users/${random.pick(visit.customer.users)}/voicemail`);
  const enabled = random.between(0, 3) > 0;
  const phoneNumber = random.pick(visit.customer.faxNumbers);
  return {
    method: 'PATCH',
    host,
    target,
    body: { enabled: true, faxMessage: { enabled, phoneNumber, extension: null } },
  };
}

function recording(visit: Visit, random: Random): PageRequest {
  const { target, host } = cpapi(visit, `/users/${random.pick(visit.customer.users)}/features/callrecording`);
  return { method: 'PATCH', host, target, body: { enabled: true, record: 'Always' } };
}
