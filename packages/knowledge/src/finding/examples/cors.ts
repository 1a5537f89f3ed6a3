import type { CorsErrorName, CorsHeaderFacts } from '../finding-facts.ts';
import { type GroupSamples, request, withoutId } from './shared.ts';

const origin = 'https://portal.example.test';
const header = 'Access-Control-Allow-Origin';

const answer = (reason: CorsErrorName, actual?: string): readonly CorsHeaderFacts[] => [
  {
    ...request,
    reason,
    origin,
    header,
    expected: origin,
    status: 200,
    preflight: false,
    ...(actual && { actual }),
  },
  { ...withoutId, reason, origin, header, expected: origin, status: 404, preflight: false, count: 2 },
];
const preflight = (reason: CorsErrorName, field = header, expected = origin): readonly CorsHeaderFacts[] => [
  { ...request, reason, origin, header: field, expected, status: 403, preflight: true },
  {
    ...withoutId,
    reason,
    origin,
    header: field,
    actual: 'x',
    expected,
    status: 204,
    preflight: true,
    count: 3,
  },
];

export const corsSamples: GroupSamples<'cors'> = {
  'cors/missing-allow-origin': answer('MissingAllowOriginHeader'),
  'cors/allow-origin-mismatch': answer('AllowOriginMismatch', 'https://other.example.test'),
  'cors/multiple-allow-origin': [...answer('MultipleAllowOriginValues', `${origin}, *`)],
  'cors/invalid-allow-origin': answer('InvalidAllowOriginValue', 'portal.example.test'),
  'cors/wildcard-with-credentials': answer('WildcardOriginNotAllowed', '*'),
  'cors/no-allow-credentials': answer('InvalidAllowCredentials', 'True'),
  'cors/preflight-missing-allow-origin': preflight('PreflightMissingAllowOriginHeader'),
  'cors/preflight-allow-origin-mismatch': [
    ...preflight('PreflightAllowOriginMismatch'),
    ...preflight('PreflightMultipleAllowOriginValues'),
  ],
  'cors/preflight-wildcard': preflight('PreflightWildcardOriginNotAllowed'),
  'cors/preflight-no-allow-credentials': preflight(
    'PreflightInvalidAllowCredentials',
    'Access-Control-Allow-Credentials',
    'true',
  ),
  'cors/preflight-method': preflight(
    'MethodDisallowedByPreflightResponse',
    'Access-Control-Allow-Methods',
    'PATCH',
  ),
  'cors/preflight-header': preflight(
    'HeaderDisallowedByPreflightResponse',
    'Access-Control-Allow-Headers',
    'trackingid',
  ),
  'cors/masked-server-error': [
    { ...request, reason: 'MissingAllowOriginHeader', status: 502, errorText: 'Something broke', origin },
    { ...withoutId, reason: 'MissingAllowOriginHeader', status: 500, origin },
  ],
  'cors/preflight-status': [{ ...request, reason: 'PreflightInvalidStatus', status: 401, origin }],
  'cors/preflight-redirect': [
    { ...request, reason: 'PreflightDisallowedRedirect', status: 302, origin, target: '/login' },
    { ...request, reason: 'PreflightDisallowedRedirect', status: 302, origin },
  ],
  'cors/redirect-credentials': [
    {
      ...request,
      reason: 'RedirectContainsCredentials',
      status: 302,
      origin,
      target: 'https://files.example.test',
    },
  ],
  'cors/header-not-exposed': [
    { ...request, header: 'Retry-After', status: 429 },
    { ...withoutId, header: 'TrackingID', status: 500 },
  ],
  'cors/repeated-preflights': [{ ...withoutId, count: 7, preflightMs: 420 }],
  'cors/authorization-wildcard': [withoutId, { ...withoutId, count: 4 }],
  'cors/private-network': [
    { ...request, reason: 'LocalNetworkAccessPermissionDenied', origin },
    { ...withoutId, reason: 'PreflightMissingAllowPrivateNetwork' },
  ],
  'cors/suspected': [
    { ...request, sign: 'answer-withheld', origin, status: 200, allowedOrigin: origin },
    { ...request, sign: 'answer-withheld', origin, status: 302, reason: 'CorsDisabledScheme' },
    { ...request, sign: 'preflight-refused', status: 403, allowedOrigin: origin },
    { ...withoutId, sign: 'preflight-insufficient' },
    { ...request, sign: 'not-in-capture', origin },
  ],
};
