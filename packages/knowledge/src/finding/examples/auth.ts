import type { RejectedCookieFacts } from '../finding-facts.ts';
import { type GroupSamples, request, withoutId } from './shared.ts';

const cookie: Omit<RejectedCookieFacts, 'reason'> = { ...request, cookies: 'session', cookieCount: 1 };
const cookies: Omit<RejectedCookieFacts, 'reason'> = {
  ...withoutId,
  cookies: 'a, b',
  cookieCount: 7,
  count: 3,
};

export const authSamples: GroupSamples<'auth'> = {
  'auth/unauthorized': [
    ...([401, 403, 407] as const).flatMap((status) =>
      (['sent', 'missing', 'not-observable'] as const).flatMap((credentials) => [
        { ...request, status, credentials, errorText: 'Token expired', healed: false },
        { ...withoutId, status, credentials, healed: true },
      ]),
    ),
    { ...withoutId, status: 401, credentials: 'sent', healed: true, handshake: 'NTLM' },
    {
      ...request,
      count: 2,
      status: 401,
      credentials: 'not-observable',
      healed: true,
      handshake: 'Negotiate',
    },
  ],
  'auth/missing-credentials': [
    { ...request, status: 401, errorText: 'Sign in first', healed: false },
    { ...withoutId, status: 401, healed: true, count: 2 },
  ],
  'auth/no-challenge': [request, { ...withoutId, count: 4 }],
  'auth/token-expired': [
    { ...request, status: 401, expiredMs: 1_380_000, healed: false },
    { ...withoutId, status: 401, expiredMs: 4000, healed: true },
    { ...request, status: 403, expiredMs: 1_380_000, healed: false, signedUrl: true },
    { ...withoutId, status: 403, expiredMs: 0, healed: true, signedUrl: true },
  ],
  'auth/token-not-yet-valid': [
    { ...request, status: 401, claim: 'nbf', earlyMs: 180_000 },
    { ...withoutId, status: 401, claim: 'iat', earlyMs: 9_000_000 },
  ],
  'auth/token-audience': [
    { ...request, status: 401, claim: 'aud', value: 'portal', errorText: 'Wrong audience' },
    { ...withoutId, status: 401, claim: 'iss', value: 'https://id.example.test', errorText: 'Wrong issuer' },
  ],
  'auth/clock-skew': [
    { skewMs: 420_000, ahead: true, answers: 12, hosts: 3, refusals: 0 },
    { skewMs: 90_000, ahead: false, answers: 5, hosts: 2, refusals: 3 },
    { skewMs: 600_000, ahead: true, answers: 6, hosts: 3, refusals: 1, host: 'login.example.test' },
    { skewMs: 600_000, ahead: false, answers: 6, hosts: 3, refusals: 2, host: 'login.example.test' },
    { skewMs: 600_000, ahead: true, answers: 1, hosts: 2, refusals: 1, host: 'login.example.test' },
  ],
  'auth/refresh-loop': [{ ...request, count: 4, refusals: 9 }],
  'auth/refresh-refused': [
    { ...request, status: 400, errorText: 'invalid_grant: Session ended' },
    { ...withoutId, status: 401, errorText: 'invalid_grant' },
  ],
  'auth/oauth-error': [
    ...['access_denied', 'login_required', 'invalid_client', 'invalid_scope', 'server_error'].map((code) => ({
      ...request,
      status: 302,
      code,
      errorText: `${code}: Something broke`,
      inRedirect: true,
    })),
    { ...withoutId, status: 400, code: 'invalid_request', errorText: 'invalid_request', inRedirect: false },
    {
      ...request,
      status: 200,
      code: 'invalid_scope',
      errorText: 'invalid_scope: Unknown scope',
      inRedirect: false,
      inCallback: true,
    },
  ],
  'auth/redirect-to-login': [
    { ...request, status: 302, target: 'login.example.test/authorize', healed: false },
    { ...withoutId, status: 302, target: 'login.example.test/authorize', healed: true },
  ],
  'auth/redirect-loop': [{ ...request, hops: 20, target: 'login.example.test/authorize' }],
  'auth/saml-refused': [
    { ...request, samlStatus: 'AuthnFailed', errorText: 'Unknown person' },
    { ...withoutId, samlStatus: 'RequestDenied' },
  ],
  'auth/lost-on-redirect': [{ ...request, status: 401, from: 'old.example.test' }],
  'auth/cookie-samesite': [
    { ...cookie, reason: 'SameSiteNoneInsecure' },
    { ...cookies, reason: 'SameSiteLax' },
    { ...cookie, reason: 'SameSiteStrict' },
    { ...cookie, reason: 'SameSiteUnspecifiedTreatedAsLax' },
  ],
  'auth/cookie-domain': [
    { ...cookie, reason: 'InvalidDomain', domain: 'other.example.test' },
    { ...cookies, reason: 'InvalidDomain', domain: 'com' },
  ],
  'auth/cookie-prefix': [{ ...cookie, cookies: '__Host-session', reason: 'InvalidPrefix' }],
  'auth/cookie-too-large': [{ ...cookie, reason: 'NameValuePairExceedsMaxSize', sizeBytes: 5210 }],
  'auth/cookie-third-party': [
    { ...request, cookies: 'session', cookieCount: 1, chances: 4 },
    { ...withoutId, cookies: 'a, b', cookieCount: 7, chances: 2 },
  ],
  'auth/cookie-lost': (['removed', 'expired', 'path', 'insecure', 'unknown'] as const).map((cause) => ({
    ...request,
    status: 401,
    cookie: 'session',
    cause,
  })),
  'auth/scope-missing': [
    { ...request, status: 403, errorText: 'Missing role', required: 'users:read', granted: 'openid' },
    { ...withoutId, status: 403, required: 'users:read' },
    { ...withoutId, status: 403, errorText: 'Missing role' },
  ],
  'auth/firewall-refused': [
    { ...request, status: 403, vendor: 'Cloudflare', reference: '8a1b2c3d4e5f-FRA' },
    { ...withoutId, status: 403, vendor: 'F5' },
  ],
  'auth/csrf': [
    { ...request, status: 403, errorText: 'CSRF token mismatch' },
    { ...withoutId, status: 403, missingField: 'X-CSRF-Token' },
    { ...withoutId, status: 419 },
  ],
  'auth/client-certificate': [
    { ...request, code: 'net::ERR_SSL_CLIENT_AUTH_CERT_NEEDED' },
    withoutId,
    { ...request, status: 400, errorText: 'No required SSL certificate was sent' },
    { ...withoutId, status: 496 },
  ],
};
