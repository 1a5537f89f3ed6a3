import { type Field, fieldOf, type HopRequest, type HopResponse } from '../wire/message.ts';

/** Pages that may call the services. */
const portals = new Set(['https://admin.example.test', 'https://hub.example.test']);

/** What lets a portal read an answer; empty for anybody else and for pages' own hosts. */
export function corsFields(request: HopRequest): Field[] {
  const origin = fieldOf(request, 'origin');
  if (origin === undefined || !portals.has(origin) || origin === `https://${request.host}`) return [];
  return [
    { name: 'access-control-allow-origin', value: origin },
    { name: 'access-control-allow-credentials', value: 'true' },
    { name: 'access-control-expose-headers', value: 'TrackingId,Link,Retry-After' },
    { name: 'timing-allow-origin', value: origin },
  ];
}

/** The gateway's own answer to a preflight (Fetch §4.8); undefined = it is none. */
export function preflight(request: HopRequest): HopResponse | undefined {
  const method = fieldOf(request, 'access-control-request-method');
  if (request.method !== 'OPTIONS' || method === undefined) return undefined;
  const headers = fieldOf(request, 'access-control-request-headers');
  return {
    status: 204,
    fields: [
      { name: 'access-control-allow-methods', value: 'GET, POST, PUT, PATCH, DELETE' },
      ...(headers === undefined ? [] : [{ name: 'access-control-allow-headers', value: headers }]),
      { name: 'access-control-max-age', value: '600' },
    ],
    body: '',
  };
}
