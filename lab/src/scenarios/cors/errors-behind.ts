import type { Scenario } from '../../scenario/scenario.ts';
import { letIn, refusal } from './family.ts';

/** Errors of a server that the browser shows as CORS, because only good answers carry its fields. */
export const errorsBehind: readonly Scenario[] = [
  refusal({
    name: 'server-error-masked',
    title: 'Devices fail with "Failed to fetch".',
    api: 'devices.example.test/v1/devices',
    script: 'await client.get(URL);',
    answer: { status: 500, json: { message: 'Internal error', trackingId: 'DEV_5f7c_1' } },
    finding: 'cors/masked-server-error',
    reason: 'MissingAllowOriginHeader',
    allows: ['fail/http-5xx', 'cors/missing-allow-origin'],
  }),
  refusal({
    name: 'gateway-timeout-masked',
    title: 'A bulk change of devices fails with "Failed to fetch".',
    api: 'devices.example.test/v1/devices/bulk',
    method: 'POST',
    script: `await client.post(URL, { devices: ['d-1', 'd-2'] });`,
    preflight: {
      status: 204,
      fields: { ...letIn, 'access-control-allow-headers': 'content-type' },
    },
    answer: { status: 504, html: '<html><head><title>504 Gateway Time-out</title></head></html>' },
    finding: 'cors/masked-server-error',
    reason: 'MissingAllowOriginHeader',
    allows: ['fail/http-5xx', 'fail/gateway-timeout', 'cors/missing-allow-origin'],
  }),
  refusal({
    name: 'expired-session-masked',
    title: 'Devices fail after lunch; the console speaks of CORS.',
    api: 'devices.example.test/v1/devices',
    script: `await client.get(URL, { credentials: 'include' });`,
    answer: {
      status: 401,
      fields: { 'www-authenticate': 'Cookie realm="devices"' },
      json: { message: 'session expired' },
    },
    finding: 'cors/masked-server-error',
    reason: 'MissingAllowOriginHeader',
    allows: [
      'fail/http-4xx',
      'auth/unauthorized',
      'auth/missing-credentials',
      'auth/no-challenge',
      'cors/missing-allow-origin',
    ],
  }),
];
