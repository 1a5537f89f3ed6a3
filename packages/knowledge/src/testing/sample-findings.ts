import type { FindingFacts, FindingId, FindingToTell, NetworkFailure } from '../finding/finding-facts.ts';

const request = {
  method: 'PATCH',
  host: 'api.example.test',
  path: '/v1/customers/{id}/users/{id}/features/callrecording',
  count: 1,
  trackingId: 'PORTAL_7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74_12',
};
const failed = { ...request, errorText: 'Something broke', healed: false, bodyMissing: false };
const { trackingId: _, ...withoutId } = request;

const networkFailures: readonly NetworkFailure[] = [
  'dns',
  'refused',
  'unreachable',
  'timeout',
  'reset',
  'empty',
  'tls',
  'client-certificate',
  'offline',
  'proxy',
  'blocked',
  'aborted',
  'cut',
  'redirect-loop',
  'protocol',
  'web-socket',
  'none',
];

/** Facts of every kind, so that each turn of each sentence is taken at least once. */
export const sampleFacts: { readonly [Id in FindingId]: readonly FindingFacts[Id][] } = {
  'fail/http-4xx': [
    ...[400, 404, 405, 409, 410, 412, 413, 414, 415, 418, 422, 429, 431].map((status) => ({
      ...failed,
      status,
    })),
    { ...request, status: 404, healed: false, bodyMissing: true },
    { ...withoutId, status: 404, healed: false, bodyMissing: false, count: 2 },
    { ...request, status: 429, healed: true, bodyMissing: false, count: 7 },
  ],
  'fail/http-5xx': [
    ...[500, 501, 502, 503, 504, 520].map((status) => ({ ...failed, status })),
    { ...withoutId, status: 500, healed: false, bodyMissing: true },
    { ...request, status: 503, healed: true, bodyMissing: false },
  ],
  'fail/upstream': [
    {
      ...request,
      status: 502,
      errorText: '400: Invalid product',
      upstreamStatus: 400,
      party: 'Parrotbox',
      healed: false,
    },
    { ...request, status: 502, errorText: '400: Invalid product', upstreamStatus: 400, healed: true },
    { ...withoutId, status: 504, errorText: 'Parrotbox timed out', party: 'Parrotbox', healed: false },
  ],
  'fail/network': [
    ...networkFailures.map((failure) => ({ ...request, failure, code: 'net::ERR_FAILED', healed: false })),
    { ...withoutId, failure: 'none', healed: false },
    { ...request, failure: 'reset', healed: true },
  ],
  'fail/in-body': [
    { ...request, status: 200, errorText: 'Something broke', partial: false, inRedirect: false },
    { ...request, status: 200, errorText: 'Something broke', code: '17', partial: true, inRedirect: false },
    { ...withoutId, status: 302, errorText: 'invalid_scope', partial: false, inRedirect: true },
  ],
  'fail/cors-suspected': [
    { ...request, sign: 'answer-withheld', origin: 'https://portal.example.test', status: 200 },
    { ...request, sign: 'answer-withheld', status: 502, allowedOrigin: '*' },
    { ...request, sign: 'preflight-refused', status: 403, allowedOrigin: 'https://other.example.test' },
    { ...withoutId, sign: 'preflight-insufficient' },
  ],
  'fail/pending': [request, { ...request, count: 3 }],
  'auth/unauthorized': ([401, 403, 407] as const).flatMap((status) =>
    (['sent', 'missing', 'not-observable'] as const).flatMap((credentials) => [
      { ...request, status, credentials, errorText: 'Token expired', healed: false },
      { ...withoutId, status, credentials, healed: true },
    ]),
  ),
  'slow/wait-dominates': [
    { ...request, timeMs: 6017, waitMs: 6012, place: 'service', serviceMs: 5987 },
    { ...request, timeMs: 6017, waitMs: 6012, place: 'before-service', serviceMs: 42 },
    { ...withoutId, timeMs: 1200, waitMs: 990, place: 'not-observable', count: 2 },
  ],
  'slow/stalled': [
    { ...request, timeMs: 1701, stalledMs: 1300, concurrent: 6, connectionLimit: true },
    { ...request, timeMs: 1701, stalledMs: 990, concurrent: 0, connectionLimit: false },
  ],
  'permission/feature-no-access': [
    {
      ...request,
      features: 'singleNumberReach',
      featureCount: 1,
      template: 'Shop floor',
      level: 'ORG',
      conflicting: false,
    },
    { ...withoutId, features: 'a, b', featureCount: 12, conflicting: true },
  ],
  'capture/no-content': [{ textResponses: 9, withoutContent: 8 }],
  'capture/truncated': [{ entries: 0 }, { entries: 1, byteOffset: 12 }, { entries: 26 }],
  'capture/damaged': [
    { damages: 1, damagedEntries: 0 },
    { damages: 1, damagedEntries: 1, line: 68, byteOffset: 1678 },
    { damages: 3, damagedEntries: 2 },
  ],
};

/** Every sample with its id. */
export const sampleFindings: readonly FindingToTell[] = Object.entries(sampleFacts).flatMap(
  ([ruleId, samples]) => samples.map((facts) => ({ ruleId, facts }) as FindingToTell),
);
