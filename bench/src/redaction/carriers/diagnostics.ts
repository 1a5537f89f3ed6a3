import {
  apiOrigin,
  type Carrier,
  type Draft,
  field,
  portalOrigin,
  type ReadEntry,
} from '../contest-capture.ts';
import { digest, draw, password } from '../tokens.ts';

const base64 = (data: string | Buffer) => Buffer.from(data).toString('base64');

/** What a fault is found by. Most of it stands right beside credentials; some of it only looks or sounds like one. */
export const diagnostics: Carrier = ({ random, add, plant, probe }) => {
  const ask = (group: string, entry: number, what: string, holds: (entry: ReadEntry) => boolean) =>
    probe(group, what, (capture) => holds(capture.entry(entry)));

  const token = () => draw(random, 'alphanumeric', 40);
  const login = () => ({ requestFields: [field('authorization', `Bearer ${token()}`)] });

  // Header fields that keep their value.
  const sent: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
    'tracking ids': [
      ['trackingid', `ATLAS_${random.uuid()}_17`],
      ['TrackingID', `ROUTER_${random.uuid()}`],
      ['x-cisco-trackingid', `webex-web-client_${random.uuid()}`],
      ['spark-user-agent', 'webex-js-sdk/3.8.1 (web)'],
    ],
    'correlation ids': [
      ['x-request-id', random.uuid()],
      ['X-Correlation-ID', random.hex(32)],
      ['traceparent', `00-${random.hex(32)}-${random.hex(16)}-01`],
      ['x-b3-traceid', random.hex(32)],
      ['X-Amzn-Trace-Id', `Root=1-67891233-${random.hex(24)}`],
      ['x-datadog-trace-id', draw(random, 'digits', 19)],
      ['sentry-trace', `${random.hex(32)}-${random.hex(16)}-1`],
      ['x-client-trace-id', random.uuid()],
    ],
    'org and user ids': [
      ['X-Org-Id', random.uuid()],
      ['x-user-id', random.uuid()],
      ['X-Tenant', 'acme-emea'],
    ],
    CORS: [
      ['origin', portalOrigin],
      ['access-control-request-headers', 'authorization,content-type,x-csrf-token'],
      ['access-control-request-method', 'PUT'],
    ],
    'other header fields': [
      ['if-none-match', 'W/"5f2c-0a8b1c3d4e5f60718293a4b5c6d7e8f9"'],
      [
        'user-agent',
        'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/137.0.0.0 Safari/537.36',
      ],
      ['content-type', 'application/json; charset=utf-8'],
      ['x-api-version', '2026-03-01'],
      ['x-auth-provider', 'okta'],
      ['sec-websocket-version', '13'],
    ],
  };
  for (const [group, fields] of Object.entries(sent))
    for (const [name, value] of fields) {
      const entry = add({ requestFields: [...login().requestFields, field(name, value)] });
      ask(group, entry, `request field ${name}`, (read) => read.field('request', name) === value);
    }
  const received: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
    'tracking ids': [['trackingid', `ATLAS_${random.uuid()}_18`]],
    'correlation ids': [
      ['cf-ray', '8f1c2d3e4f5a6b7c-FRA'],
      ['x-ms-request-id', random.uuid()],
      ['x-amz-request-id', draw(random, 'upper', 16)],
      ['x-amz-cf-id', `${draw(random, 'base64url', 54)}==`],
    ],
    CORS: [
      ['access-control-allow-origin', portalOrigin],
      ['access-control-allow-credentials', 'true'],
      ['access-control-allow-headers', 'Authorization, X-CSRF-Token, TrackingId, X-Api-Key'],
      ['access-control-expose-headers', 'TrackingId, X-Auth-Token'],
      ['access-control-max-age', '600'],
      ['vary', 'Origin, Cookie, Authorization'],
    ],
    'other header fields': [
      [
        'www-authenticate',
        'Bearer realm="calling", error="invalid_token", error_description="The access token expired"',
      ],
      ['proxy-authenticate', 'Negotiate'],
      ['retry-after', '37'],
      ['x-envoy-upstream-service-time', '1804'],
      ['x-ratelimit-remaining', '0'],
      ['x-session-timeout', '1800'],
      ['etag', `"${random.hex(40)}"`],
      ['server-timing', 'auth;dur=812.4, db;dur=33'],
      ['strict-transport-security', 'max-age=63072000; includeSubDomains'],
      ['content-security-policy', "default-src 'self'; script-src 'self' https://cdn.example.test"],
      ['x-token-expires', '2026-05-04T09:30:00Z'],
      ['clear-site-data', '"cookies", "storage"'],
    ],
  };
  for (const [group, fields] of Object.entries(received))
    for (const [name, value] of fields) {
      const entry = add({ ...login(), responseFields: [field(name, value)] });
      ask(group, entry, `response field ${name}`, (read) => read.field('response', name) === value);
    }

  // Names and schemes beside credentials.
  const schemes: readonly (readonly [string, string, string])[] = [
    ['authorization', 'Bearer', token()],
    ['Authorization', 'Basic', base64(`mira:${password(random)}`)],
    ['proxy-authorization', 'Bearer', token()],
    ['authorization', 'Negotiate', `YII${draw(random, 'base64', 200)}`],
  ];
  for (const [name, scheme, value] of schemes) {
    const entry = add({ requestFields: [field(name, `${scheme} ${value}`)] });
    ask(
      'header names and schemes',
      entry,
      `${name} is there`,
      (read) => read.field('request', name) !== undefined,
    );
    ask('header names and schemes', entry, `${scheme} of ${name}`, (read) =>
      (read.field('request', name) ?? '').startsWith(`${scheme} `),
    );
  }
  const digestEntry = add({
    requestFields: [
      field(
        'authorization',
        `Digest username="mira", realm="pbx-emea", uri="/v1", qop=auth, response="${random.hex(32)}"`,
      ),
    ],
  });
  ask('header names and schemes', digestEntry, 'realm of Digest', (read) =>
    (read.field('request', 'authorization') ?? '').includes('realm="pbx-emea"'),
  );
  const awsEntry = add({
    requestFields: [
      field(
        'authorization',
        `AWS4-HMAC-SHA256 Credential=${`AK${'IA'}`}${draw(random, 'base32', 16)}/20260504/eu-central-1/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature=${random.hex(64)}`,
      ),
    ],
  });
  ask('header names and schemes', awsEntry, 'signed headers of AWS', (read) =>
    (read.field('request', 'authorization') ?? '').includes('SignedHeaders=host;x-amz-date'),
  );
  ask('header names and schemes', awsEntry, 'region and service of AWS', (read) =>
    (read.field('request', 'authorization') ?? '').includes('/20260504/eu-central-1/s3/aws4_request'),
  );

  // Cookies.
  const cookieEntry = add({
    cookies: [
      { name: 'JSESSIONID', value: token() },
      { name: 'theme', value: 'dark' },
      { name: 'locale', value: 'en-GB' },
      { name: 'region', value: 'eu-central-1' },
      { name: 'consent', value: 'analytics:0' },
    ],
    responseFields: [
      field(
        'set-cookie',
        `sso_token=${token()}; Domain=.example.test; Path=/; Max-Age=3600; Secure; HttpOnly; SameSite=None`,
      ),
    ],
    responseCookies: [{ name: 'sso_token', value: token(), sameSite: 'None', httpOnly: true }],
  });
  for (const name of ['JSESSIONID', 'theme', 'locale', 'region'])
    ask('cookies', cookieEntry, `name ${name}`, (read) =>
      (read.field('request', 'cookie') ?? '').includes(`${name}=`),
    );
  for (const pair of ['theme=dark', 'locale=en-GB', 'region=eu-central-1', 'consent=analytics:0'])
    ask('cookies', cookieEntry, pair, (read) => (read.field('request', 'cookie') ?? '').includes(pair));
  for (const attribute of [
    'sso_token=',
    'Domain=.example.test',
    'Max-Age=3600',
    'Secure',
    'HttpOnly',
    'SameSite=None',
  ])
    ask('cookies', cookieEntry, `${attribute} of Set-Cookie`, (read) =>
      (read.field('response', 'set-cookie') ?? '').includes(attribute),
    );
  ask(
    'cookies',
    cookieEntry,
    'sameSite in the array',
    (read) => read.at('response', 'cookies', 0, 'sameSite') === 'None',
  );
  ask(
    'cookies',
    cookieEntry,
    'expires in the array',
    (read) => read.at('response', 'cookies', 0, 'expires') === '2026-12-01T00:00:00.000Z',
  );

  // Statuses and timings.
  for (const [status, statusText] of [
    [401, 'Unauthorized'],
    [403, 'Forbidden'],
    [429, 'Too Many Requests'],
    [502, 'Bad Gateway'],
  ] as const) {
    const entry = add({ ...login(), status, statusText });
    ask(
      'statuses and timings',
      entry,
      `status ${status}`,
      (read) => read.at('response', 'status') === status,
    );
    ask(
      'statuses and timings',
      entry,
      `reason phrase ${statusText}`,
      (read) => read.at('response', 'statusText') === statusText,
    );
  }
  const timed = add({ ...login(), extra: { time: 1844.25 } });
  ask('statuses and timings', timed, 'time', (read) => read.at('time') === 1844.25);
  ask('statuses and timings', timed, 'receive', (read) => read.at('timings', 'receive') === 2.25);
  ask('statuses and timings', timed, 'blocked', (read) => read.at('timings', 'blocked') === 1.1);
  ask(
    'statuses and timings',
    timed,
    'serverIPAddress',
    (read) => read.at('serverIPAddress') === '192.0.2.10',
  );
  ask('statuses and timings', timed, 'connection', (read) => read.at('_connectionId') === '4101');
  ask('statuses and timings', timed, 'startedDateTime', (read) =>
    String(read.at('startedDateTime')).startsWith('2026-05-04T08:'),
  );

  // Bodies: each text must be there unchanged, beside a credential that goes.
  const orgId = random.uuid();
  const userId = random.uuid();
  const says = (group: string, draft: Draft, texts: readonly string[], needle?: string) => {
    const entry = needle === undefined ? add(draft) : plant('JSON bodies', `beside ${group}`, needle, draft);
    for (const text of texts)
      probe(group, text.slice(0, 60), (capture) => capture.texts(entry).some((read) => read.includes(text)));
  };
  const beside = token();
  says(
    'org and user ids',
    {
      url: `${apiOrigin}/v1/organizations/${orgId}/users/${userId}/features?orgId=${orgId}`,
      body: JSON.stringify({
        orgId,
        userId,
        locationId: 'Y2lzY29zcGFyazovL3VzL0xPQ0FUSU9O',
        accessToken: beside,
      }),
    },
    [
      `/organizations/${orgId}/users/${userId}`,
      `"orgId":"${orgId}"`,
      `"userId":"${userId}"`,
      'Y2lzY29zcGFyazovL3VzL0xPQ0FUSU9O',
    ],
    beside,
  );
  const inError = token();
  says(
    'error texts and codes',
    {
      status: 400,
      body: JSON.stringify({
        error: 'invalid_grant',
        error_description: 'The refresh token has expired',
        code: 10023,
        errorCode: 'AUTH_TOKEN_EXPIRED',
        message: 'Password must have 8 characters and may not repeat the last 3 passwords',
        details: [{ field: 'password', reason: 'TOO_SHORT' }],
        trackingId: 'ROUTER_68189cf2-1d1c-4a3e-9f6c-2d8a1b0c9e77',
        token: inError,
      }),
    },
    [
      '"error":"invalid_grant"',
      'The refresh token has expired',
      '"code":10023',
      'AUTH_TOKEN_EXPIRED',
      'Password must have 8 characters and may not repeat the last 3 passwords',
      '"field":"password","reason":"TOO_SHORT"',
      'ROUTER_68189cf2-1d1c-4a3e-9f6c-2d8a1b0c9e77',
    ],
    inError,
  );
  says(
    'error texts and codes',
    {
      status: 500,
      mimeType: 'text/html',
      body: '<h1>500</h1><p>Session token not found in cache: key user-auth, node 7</p>',
    },
    ['Session token not found in cache: key user-auth, node 7'],
  );
  says(
    'error texts and codes',
    {
      status: 500,
      mimeType: 'text/xml',
      body: '<s:Envelope><s:Body><s:Fault><faultcode>s:Client.Auth</faultcode><faultstring>Bad credentials for policy PIN_ONLY</faultstring></s:Fault></s:Body></s:Envelope>',
    },
    ['<faultcode>s:Client.Auth</faultcode>', 'Bad credentials for policy PIN_ONLY'],
  );
  says(
    'enum values',
    {
      body: JSON.stringify({
        token_type: 'Bearer',
        expires_in: 3600,
        sessionState: 'ACTIVE',
        authMethod: 'password',
        passwordPolicy: 'STRONG',
        pinRequired: true,
        passwordExpiresInDays: 30,
        tokenCount: 42,
        auth: true,
        state: 'FAILED',
        secretType: 'SHARED',
        key: 'callForwarding',
        credentials: 'include',
        apiKey: null,
        password: '',
        keyLength: 2048,
      }),
    },
    [
      '"token_type":"Bearer"',
      '"expires_in":3600',
      '"sessionState":"ACTIVE"',
      '"authMethod":"password"',
      '"passwordPolicy":"STRONG"',
      '"pinRequired":true',
      '"passwordExpiresInDays":30',
      '"tokenCount":42',
      '"auth":true',
      '"state":"FAILED"',
      '"secretType":"SHARED"',
      '"key":"callForwarding"',
      '"credentials":"include"',
      '"apiKey":null',
      '"password":""',
      '"keyLength":2048',
    ],
  );
  says(
    'feature maps',
    {
      body: JSON.stringify({
        features: {
          passwordReset: true,
          apiKeys: false,
          sessionRecording: true,
          'mfa-token': 'disabled',
          webhookSecretRotation: { enabled: false },
        },
        limits: { tokens: 100 },
      }),
    },
    [
      '"passwordReset":true',
      '"apiKeys":false',
      '"sessionRecording":true',
      '"mfa-token":"disabled"',
      '"webhookSecretRotation":{"enabled":false}',
      '"tokens":100',
    ],
  );
  const secret = token();
  says(
    'parameters of sign-in',
    {
      url: `https://login.example.test/authorize?response_type=code&client_id=portal-web&redirect_uri=${encodeURIComponent(`${portalOrigin}/cb`)}&scope=openid%20profile&prompt=none&code_challenge_method=S256`,
      sentType: 'application/x-www-form-urlencoded',
      sent: `grant_type=authorization_code&client_id=portal-web&client_secret=${secret}`,
    },
    [
      'response_type=code',
      'client_id=portal-web',
      'scope=openid profile',
      'prompt=none',
      'code_challenge_method=S256',
      'grant_type=authorization_code',
      `redirect_uri=${portalOrigin}/cb`,
    ],
    secret,
  );
  const modulus = draw(random, 'base64url', 342);
  const pem = `-----BEGIN PUBLIC KEY-----\n${draw(random, 'base64', 64)}\n-----END PUBLIC KEY-----`;
  const image = base64(Buffer.from(Array.from({ length: 300 }, () => random.integer(0, 255))));
  const integrity = `sha384-${digest('bundle', 'base64')}`;
  says(
    'public things that look random',
    { body: JSON.stringify({ keys: [{ kty: 'RSA', use: 'sig', kid: '2026-01', e: 'AQAB', n: modulus }] }) },
    [modulus, '"kid":"2026-01"'],
  );
  says('public things that look random', { body: JSON.stringify({ publicKey: pem }) }, [pem]);
  says('public things that look random', { mimeType: 'image/png', body: image, encoding: 'base64' }, [image]);
  says(
    'public things that look random',
    { mimeType: 'text/html', body: `<script src="/main.3f9a8c1b7e.js" integrity="${integrity}"></script>` },
    [integrity, 'main.3f9a8c1b7e.js'],
  );
  says(
    'public things that look random',
    {
      body: JSON.stringify({
        sha256: digest('file').slice(0, 64),
        etag: random.hex(32),
        commit: random.hex(40),
        deviceId: 'c0ffee00-1111-4222-8333-444455556666',
      }),
    },
    [digest('file').slice(0, 64), 'c0ffee00-1111-4222-8333-444455556666'],
  );
  says(
    'source and words',
    {
      mimeType: 'application/javascript',
      body: 'function login(password,token){if(!token)throw new Error("token missing");return fetch("/auth",{headers:{Authorization:"Bearer "+token}})}var passwordField=form.elements.password,secretKey=getKey();',
    },
    [
      'throw new Error("token missing")',
      'Authorization:"Bearer "+token',
      'passwordField=form.elements.password',
      'secretKey=getKey()',
    ],
  );
  says(
    'source and words',
    {
      mimeType: 'text/html',
      body: '<label for="password">Your password</label><input type="password" name="password" value=""><a href="/password/reset">Forgot your password?</a>',
    },
    ['Your password', 'type="password" name="password"', '/password/reset', 'Forgot your password?'],
  );
};
