import type { Scenario } from '../../scenario/scenario.ts';
import { letIn, ORIGIN, refusal } from './family.ts';

const API = 'provisioning.example.test/v1/locations/loc-17';
const SAVED = { fields: letIn, json: { id: 'loc-17', name: 'Harbour office' } };
const SAVE = `await client.send('PUT', URL, { name: 'Harbour office' });`;

/** What a correct server says to the question whether a PUT of JSON may come. */
const yes = {
  ...letIn,
  'access-control-allow-methods': 'GET, PUT',
  'access-control-allow-headers': 'content-type',
};

const saving = { api: API, method: 'PUT', script: SAVE, answer: SAVED } as const;

/** Calls that the browser asks about first, and gets no good answer. */
export const preflights: readonly Scenario[] = [
  refusal({
    ...saving,
    name: 'preflight-method-not-known',
    title: 'Locations can be read but not saved: the server has no answer to OPTIONS.',
    preflight: { status: 405, fields: { ...yes, allow: 'GET, PUT' } },
    finding: 'cors/preflight-status',
    reason: 'PreflightInvalidStatus',
    allows: ['fail/method-not-allowed', 'fail/http-4xx'],
  }),
  refusal({
    ...saving,
    name: 'preflight-needs-sign-in',
    title: 'Locations cannot be saved since the gateway wants a token for everything.',
    script: `await client.send('PUT', URL, {}, { headers: { authorization: 'Bearer ' + 'opaque-'.repeat(4) } });`,
    preflight: {
      status: 401,
      fields: { ...letIn, 'www-authenticate': 'Bearer' },
      json: { error: 'unauthorized' },
    },
    finding: 'cors/preflight-status',
    reason: 'PreflightInvalidStatus',
    allows: ['auth/missing-credentials', 'auth/unauthorized', 'fail/http-4xx'],
  }),
  refusal({
    ...saving,
    name: 'preflight-redirected',
    title: 'Saving fails since addresses without a slash are redirected.',
    preflight: { status: 308, fields: { ...yes, location: `https://${API}/` } },
    finding: 'cors/preflight-redirect',
    reason: 'PreflightDisallowedRedirect',
  }),
  refusal({
    ...saving,
    name: 'preflight-allow-origin-missing',
    title: 'Saving fails: only GET and PUT were given CORS fields.',
    preflight: { status: 204 },
    finding: 'cors/preflight-missing-allow-origin',
    reason: 'PreflightMissingAllowOriginHeader',
  }),
  refusal({
    ...saving,
    name: 'preflight-allow-origin-of-another-portal',
    title: 'Saving works in the staging portal only.',
    preflight: {
      status: 204,
      fields: { ...yes, 'access-control-allow-origin': 'https://portal.staging.example.test' },
    },
    finding: 'cors/preflight-allow-origin-mismatch',
    reason: 'PreflightAllowOriginMismatch',
  }),
  refusal({
    ...saving,
    name: 'preflight-allow-origin-twice',
    title: 'Saving fails since two layers answer OPTIONS.',
    preflight: {
      status: 204,
      fields: { ...yes, 'access-control-allow-origin': `${ORIGIN}, ${ORIGIN}` },
    },
    finding: 'cors/preflight-allow-origin-mismatch',
    reason: 'PreflightMultipleAllowOriginValues',
    allows: ['cors/multiple-allow-origin'],
  }),
  refusal({
    ...saving,
    name: 'preflight-allow-origin-no-origin',
    title: 'Saving fails; the allowed origin is a pattern.',
    preflight: { status: 204, fields: { ...yes, 'access-control-allow-origin': '*.example.test' } },
    finding: 'cors/preflight-allow-origin-mismatch',
    reason: 'PreflightInvalidAllowOriginValue',
    allows: ['cors/invalid-allow-origin'],
  }),
  refusal({
    ...saving,
    name: 'preflight-wildcard-with-cookies',
    title: 'Saving fails when signed in.',
    script: `await client.send('PUT', URL, {}, { credentials: 'include' });`,
    preflight: { status: 204, fields: { ...yes, 'access-control-allow-origin': '*' } },
    needsBrowserError: true,
    finding: 'cors/preflight-wildcard',
    reason: 'PreflightWildcardOriginNotAllowed',
  }),
  refusal({
    ...saving,
    name: 'preflight-credentials-not-allowed',
    title: 'Saving fails when signed in, on every portal.',
    script: `await client.send('PUT', URL, {}, { credentials: 'include' });`,
    preflight: { status: 204, fields: yes },
    needsBrowserError: true,
    finding: 'cors/preflight-no-allow-credentials',
    reason: 'PreflightInvalidAllowCredentials',
  }),
  refusal({
    ...saving,
    name: 'preflight-without-put',
    title: 'Locations can be created but not changed.',
    preflight: { status: 204, fields: { ...yes, 'access-control-allow-methods': 'GET, POST' } },
    finding: 'cors/preflight-method',
    reason: 'MethodDisallowedByPreflightResponse',
  }),
  refusal({
    ...saving,
    name: 'preflight-methods-unreadable',
    title: 'Saving fails since somebody has put quotes around the methods.',
    preflight: { status: 204, fields: { ...yes, 'access-control-allow-methods': '"GET", "PUT"' } },
    finding: 'cors/preflight-method',
    reason: 'InvalidAllowMethodsPreflightResponse',
  }),
  refusal({
    ...saving,
    name: 'preflight-without-tracking-id',
    title: 'Saving fails since the portal sends an id along.',
    script: `await client.send('PUT', URL, {}, { headers: { trackingid: 'PORTAL_' + crypto.randomUUID() + '_1' } });`,
    preflight: { status: 204, fields: yes },
    finding: 'cors/preflight-header',
    reason: 'HeaderDisallowedByPreflightResponse',
  }),
  refusal({
    ...saving,
    name: 'preflight-headers-unreadable',
    title: 'Saving fails; a space is missing its comma.',
    preflight: { status: 204, fields: { ...yes, 'access-control-allow-headers': 'content-type trackingid' } },
    finding: 'cors/preflight-header',
    reason: 'InvalidAllowHeadersPreflightResponse',
  }),
  refusal({
    ...saving,
    name: 'wildcard-headers-with-cookies',
    title: 'Saving fails when signed in although every header is allowed.',
    script: `await client.send('PUT', URL, {}, { credentials: 'include' });`,
    preflight: {
      status: 204,
      fields: { ...yes, 'access-control-allow-headers': '*', 'access-control-allow-credentials': 'true' },
    },
    needsBrowserError: true,
    finding: 'cors/preflight-header',
    reason: 'HeaderDisallowedByPreflightResponse',
  }),
  refusal({
    ...saving,
    name: 'good-preflight-bad-answer',
    title: 'Saving says it failed, yet the name has changed.',
    preflight: { status: 204, fields: yes },
    answer: { json: { id: 'loc-17', name: 'Harbour office' } },
    finding: 'cors/missing-allow-origin',
    reason: 'MissingAllowOriginHeader',
  }),
];
