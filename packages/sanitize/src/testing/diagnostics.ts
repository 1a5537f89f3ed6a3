/** One value that support works with, and a place of a capture where it stands. */
export interface Probe {
  readonly what: string;
  readonly value: string;
}

const org = '5b0d2c1e-7a34-4f6b-9c2d-1e8f3a6b7c90';
const user = 'c4a8e2f0-19d7-4b53-8e6a-70f1d5b92c3e';

const requestHeaders: readonly (readonly [name: string, value: string])[] = [
  [':authority', 'api.example.com'],
  [':path', `/api/v1/customers/${org}/users/${user}/features/callrecording`],
  ['trackingid', 'ATLAS_9c7e41d2-3b58-4a0f-8d16-2f5e0b7a9c31_4'],
  ['x-request-id', '7f3d0c1a-55b0-4f0e-9d58-1b2a6c8e4f70'],
  ['traceparent', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'],
  ['x-b3-traceid', '463ac35c9f6413ad48485a3953bb6124'],
  ['x-amzn-trace-id', 'Root=1-67891233-abcdef012345678912345678'],
  ['user-agent', 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/137.0.0.0 Safari/537.36'],
  ['origin', 'https://admin.example.com'],
  ['referer', `https://admin.example.com/users/${user}?tab=calling`],
  ['accept-language', 'fr-CH, fr;q=0.9, en;q=0.8'],
  ['if-none-match', 'W/"33a64df551425fcc55e4d42a148795d9f25f89d4"'],
  ['content-type', 'application/json;charset=UTF-8'],
  ['sec-ch-ua', '"Chromium";v="137", "Not/A)Brand";v="24"'],
  ['access-control-request-headers', 'authorization,content-type,trackingid'],
];

const responseHeaders: readonly (readonly [name: string, value: string])[] = [
  ['x-envoy-upstream-service-time', '1812'],
  ['cf-ray', '8f2b6d3e7c9a1234-ZRH'],
  ['x-ms-request-id', 'b8f7b3c2-9d4e-4a1b-8c6d-0e2f4a6b8c0d'],
  ['x-datadog-trace-id', '5208512171318403364'],
  ['etag', '"686897696a7c876b7e"'],
  ['location', `/api/v1/customers/${org}/jobs/0192f3c4-5d6e-7f80-91a2-b3c4d5e6f708`],
  ['access-control-allow-origin', 'https://admin.example.com'],
  ['access-control-expose-headers', 'trackingid, x-request-id'],
  [
    'www-authenticate',
    'Bearer realm="example", error="invalid_token", error_description="The access token expired"',
  ],
  ['retry-after', '120'],
  ['server-timing', 'cache;desc="miss", db;dur=53.2, app;dur=1812'],
  ['content-security-policy', "default-src 'self'; script-src 'self' https://cdn.example.com"],
  ['strict-transport-security', 'max-age=31536000; includeSubDomains'],
  ['via', '1.1 edge-fra-07.example.net (envoy)'],
  ['x-cache', 'Miss from cloudfront'],
];

const body = {
  error: {
    code: 25008,
    key: 'INVALID_PRODUCT',
    message: '400: Invalid Product: Creating dub point failed in Parrotbox.',
  },
  errors: [{ code: 'ERR.V.TRM.TMN60001', description: 'Location is not found in the organisation' }],
  message: 'You are not authorized to access this resource, please check your token and password policy.',
  trackingId: 'CPAPI_7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74_12_0',
  orgId: org,
  userId: user,
  locationId: '8f3d6a92-4c1b-4e07-b5d8-23a9c0e71f64',
  state: 'FAILED',
  status: 'INCOMPLETE_CONFIGURATION',
  tokenType: 'Bearer',
  token_type: 'bearer',
  passwordPolicy: { minLength: 8, requireDigits: true },
  passwordExpired: false,
  authenticated: true,
  authorizationStatus: 'PENDING_APPROVAL',
  sessionTimeout: 3600,
  session_state: 'ACTIVE',
  author: 'Service Platform Team',
  keyboard: 'de-CH',
  primaryKey: 'userId',
  sortKey: 'lastName',
  pinned: true,
  code: 'LOCATION_NOT_FOUND',
  countryCode: 'US',
  grant_type: 'authorization_code',
  response_type: 'code id_token',
  scope: 'spark:people_read spark-admin:telephony_config_write',
  features: { callRecording: { access: 'NO_ACCESS' }, voicemail: { access: 'FULL_ACCESS' }, hoteling: false },
  extension: '4711',
  version: '2026.11.3-build.4471',
  build: '8d1f2c4b6a',
  timestamp: '2025-09-17T09:41:30.551Z',
  elapsedMs: 1812.75,
  count: 26130,
  nextPage: '/api/v1/users?start=50&max=50&order=lastName',
  fault: 'broadsoft.error.4410: [Error 4410] User not found',
  stack: 'com.example.provisioning.FeatureService.update(FeatureService.java:214)',
};

/** What must survive sanitizing whole: at least the sixty values that diagnosis stands on. */
export const probes: readonly Probe[] = [
  ...requestHeaders.map(([name, value]) => ({ what: `request header ${name}`, value })),
  ...responseHeaders.map(([name, value]) => ({ what: `response header ${name}`, value })),
  ...leaves(body, ''),
];

function leaves(value: unknown, path: string): Probe[] {
  if (typeof value !== 'object' || value === null) return [{ what: `body ${path}`, value: String(value) }];
  return Object.entries(value).flatMap(([key, child]) => leaves(child, `${path}/${key}`));
}

/** A capture of one failing request with all of {@link probes}. */
export function diagnosticCapture(): {
  log: { entries: Record<string, unknown>[] } & Record<string, unknown>;
} {
  const fields = (rows: typeof requestHeaders) => rows.map(([name, value]) => ({ name, value }));
  return {
    log: {
      version: '1.2',
      creator: { name: 'WebInspector', version: '537.36' },
      pages: [],
      entries: [
        {
          startedDateTime: '2025-09-17T09:41:30.551Z',
          time: 1847.3,
          request: {
            method: 'PATCH',
            url: `https://api.example.com/api/v1/customers/${org}/users/${user}/features/callrecording?max=50&order=lastName`,
            httpVersion: 'http/2.0',
            cookies: [],
            headers: fields(requestHeaders),
            queryString: [
              { name: 'max', value: '50' },
              { name: 'order', value: 'lastName' },
            ],
            headersSize: -1,
            bodySize: 58,
          },
          response: {
            status: 502,
            statusText: 'Bad Gateway',
            httpVersion: 'http/2.0',
            cookies: [],
            headers: fields(responseHeaders),
            content: { size: 1200, mimeType: 'application/json', text: JSON.stringify(body) },
            redirectURL: '',
            headersSize: -1,
            bodySize: -1,
            _transferSize: 1377,
            _error: 'net::ERR_HTTP2_PROTOCOL_ERROR',
          },
          cache: {},
          timings: { blocked: 3.1, dns: -1, connect: -1, ssl: -1, send: 0.4, wait: 1841.2, receive: 2.6 },
          serverIPAddress: '192.0.2.17',
          connection: '443',
          _initiator: {
            type: 'script',
            stack: {
              callFrames: [
                {
                  functionName: 'save',
                  scriptId: '31',
                  url: 'https://admin.example.com/assets/main.4f2a9c1d.js',
                  lineNumber: 1,
                  columnNumber: 48_211,
                },
              ],
            },
          },
        },
      ],
    },
  };
}
