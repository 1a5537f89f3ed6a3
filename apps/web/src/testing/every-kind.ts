import { deflateRawSync } from 'node:zlib';

const START = Date.UTC(2026, 0, 5, 9, 0, 0);
const HOST = 'https://app.example.test';

/** Looks like a secret and is none; made here so that nothing of the kind stands in the repository. */
export const secret = `${['s3', 'cr3t'].join('').repeat(5)}Zq9`;

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
/** A token that had expired ten minutes before the requests. */
export const expiredToken = [
  part({ alg: 'ES256', typ: 'JWT' }),
  part({ iss: 'https://idp.example.test', iat: START / 1000 - 4200, exp: START / 1000 - 600, sub: 'u-1' }),
  Buffer.from(`signature-${secret}`).toString('base64url'),
].join('.');

const saml = `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_1"><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:AuthnFailed"/></samlp:Status></samlp:Response>`;

/** One white point. */
const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==';

interface Part {
  readonly method?: string;
  readonly url: string;
  readonly at?: number;
  readonly timeMs?: number;
  readonly status?: number;
  readonly requestHeaders?: Readonly<Record<string, string>>;
  readonly responseHeaders?: readonly (readonly [string, string])[];
  readonly body?: { readonly mimeType: string; readonly text: string };
  readonly content?: { readonly mimeType: string; readonly text: string; readonly encoding?: string };
  readonly more?: object;
}

const fields = (pairs: readonly (readonly [string, string])[]) =>
  pairs.map(([name, value]) => ({ name, value }));

function entry({ method = 'GET', url, at = 0, timeMs = 100, status = 200, ...rest }: Part): object {
  const query = [...new URL(url, HOST).searchParams].map(([name, value]) => ({ name, value }));
  return {
    startedDateTime: new Date(START + at).toISOString(),
    time: timeMs,
    request: {
      method,
      url: new URL(url, HOST).href,
      httpVersion: 'h2',
      headers: fields(Object.entries(rest.requestHeaders ?? {})),
      queryString: query,
      cookies: cookiesOf(rest.requestHeaders?.Cookie),
      ...(rest.body === undefined ? {} : { postData: rest.body }),
    },
    response: {
      status,
      statusText: '',
      headers: fields(rest.responseHeaders ?? []),
      cookies: (rest.responseHeaders ?? [])
        .filter(([name]) => name === 'Set-Cookie')
        .map(([, value]) => ({ ...cookiesOf(value)[0], path: '/' })),
      content: { size: rest.content?.text.length ?? 0, ...(rest.content ?? { mimeType: '' }) },
    },
    timings: {
      blocked: 5,
      _blocked_queueing: 2,
      dns: 4,
      connect: 20,
      ssl: 12,
      send: 1,
      wait: timeMs - 40,
      receive: 5,
    },
    ...rest.more,
  };
}

function cookiesOf(value = ''): { name: string; value: string }[] {
  return value === ''
    ? []
    : value.split('; ', value.includes('Path') ? 1 : undefined).map((pair) => {
        const [name = '', text = ''] = pair.split('=');
        return { name, value: text };
      });
}

const frame = (functionName: string, file: string, lineNumber: number) => ({
  functionName,
  url: `${HOST}/${file}`,
  lineNumber,
  columnNumber: 1,
});
const script = {
  type: 'script',
  stack: {
    callFrames: [
      frame('scheduleTask', 'polyfills.js', 0),
      frame('ZoneDelegate.invoke', 'polyfills.js', 8),
      frame('loadUsers', 'main.js', 41),
    ],
  },
};
const multipart = [
  '--xyz',
  'Content-Disposition: form-data; name="note"',
  '',
  'Call 12 & 13',
  '--xyz',
  'Content-Disposition: form-data; name="list"; filename="list.json"',
  'Content-Type: application/json',
  '',
  '{"numbers":[1,2,3]}',
  '--xyz--',
  '',
].join('\r\n');

/** Names of the requests, in their order: what a test opens. */
export const everyKind = {
  redirect: entry({ url: '/old', status: 302, responseHeaders: [['Location', '/']] }),
  page: entry({
    url: '/',
    at: 120,
    content: {
      mimeType: 'text/html',
      text: '<!doctype html><h1>Numbers</h1><img src="https://stranger.example.test/x">',
    },
    responseHeaders: [
      ['Set-Cookie', `sid=${secret}; Path=/; Secure; HttpOnly`],
      ['Set-Cookie', 'theme=dark; Path=/; SameSite=None'],
    ],
    more: { _resourceType: 'document' },
  }),
  main: entry({
    url: '/main.js',
    at: 240,
    content: { mimeType: 'text/javascript', text: 'export function a(){return 1}' },
    more: { _initiator: { type: 'parser', url: `${HOST}/` } },
  }),
  users: entry({
    url: '/api/users?page=2&access_token='.concat(secret),
    at: 400,
    timeMs: 1840,
    status: 401,
    requestHeaders: {
      Authorization: `Bearer ${expiredToken}`,
      Cookie: `sid=${secret}; theme=dark`,
      TrackingID: 'ATLAS_4fd0efd2-9ab4-4d36-8e21-5f0a3b9c6d74_12',
      Accept: 'application/json',
    },
    responseHeaders: [
      ['Content-Type', 'application/json'],
      ['Server-Timing', 'db;dur=1200.5;desc="users", auth;dur=30'],
      ['WWW-Authenticate', 'Bearer error="invalid_token"'],
      ['X-Twice', 'one'],
      ['X-Twice', 'two'],
    ],
    content: {
      mimeType: 'application/json',
      text: `{"error":"invalid_token","id":12345678901234567890,"refresh_token":"${secret}","list":[{"e-mail":"a@example.test"},{"e-mail":"b@example.test"}]}`,
    },
    more: { _initiator: script },
  }),
  again: entry({
    url: '/api/users?page=2&access_token='.concat(secret),
    at: 2500,
    content: { mimeType: 'application/json', text: '[]' },
    more: { _initiator: script },
  }),
  upload: entry({
    method: 'POST',
    url: '/api/upload',
    body: { mimeType: 'multipart/form-data; boundary=xyz', text: multipart },
  }),
  form: entry({
    method: 'POST',
    url: '/saml/acs',
    body: {
      mimeType: 'application/x-www-form-urlencoded',
      text: `RelayState=a+b&SAMLResponse=${encodeURIComponent(Buffer.from(saml).toString('base64'))}`,
    },
  }),
  samlRedirect: entry({
    url: `/saml/sso?SAMLRequest=${encodeURIComponent(deflateRawSync(saml).toString('base64'))}`,
  }),
  graphql: entry({
    method: 'POST',
    url: '/graphql',
    body: {
      mimeType: 'application/json',
      text: JSON.stringify({
        query: 'query Users($first: Int) { users(first: $first) { id } }',
        variables: { first: 5 },
      }),
    },
    content: { mimeType: 'application/json', text: '{"data":{"users":[]}}' },
  }),
  soap: entry({
    url: '/soap',
    content: {
      mimeType: 'text/xml',
      text: '<?xml version="1.0"?><Envelope><Body><Fault><faultstring>Denied</faultstring></Fault></Body></Envelope>',
    },
  }),
  table: entry({
    url: '/list.csv',
    content: { mimeType: 'text/csv', text: 'Name;Number\n"Lee; Ann";+1 555 0100\n' },
  }),
  picture: entry({ url: '/dot.png', content: { mimeType: 'image/png', text: PICTURE, encoding: 'base64' } }),
  drawing: entry({
    url: '/drawing.svg',
    content: {
      mimeType: 'image/svg+xml',
      text: '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="teal"/></svg>',
    },
  }),
  protobuf: entry({
    url: '/grpc',
    content: {
      mimeType: 'application/grpc',
      text: Buffer.from([0, 0, 0, 0, 7, 0x0a, 5, ...Buffer.from('hello')]).toString('base64'),
      encoding: 'base64',
    },
  }),
  pdf: entry({
    url: '/bill.pdf',
    content: {
      mimeType: 'application/pdf',
      text: Buffer.from(
        '%PDF-1.7\n%\xff\xfe\n1 0 obj <</Type /Catalog /OpenAction 4 0 R>>\n2 0 obj <</Type /Pages /Count 2>>',
        'latin1',
      ).toString('base64'),
      encoding: 'base64',
    },
  }),
  style: entry({ url: '/a.css', content: { mimeType: 'text/css', text: '@media print{a{color:red}}' } }),
  long: entry({
    url: '/long.json',
    content: {
      mimeType: 'application/json',
      text: JSON.stringify(Array.from({ length: 20_000 }, (_, id) => ({ id, name: `name ${id}` }))),
    },
  }),
  socket: entry({
    url: 'wss://app.example.test/socket',
    status: 101,
    more: {
      _resourceType: 'websocket',
      _webSocketMessages: [
        { type: 'send', time: START / 1000 + 4, opcode: 1, data: '{"subscribe":"calls"}' },
        { type: 'receive', time: START / 1000 + 4.25, opcode: 1, data: '{"call":{"state":"ringing"}}' },
        {
          type: 'receive',
          time: START / 1000 + 5,
          opcode: 2,
          data: Buffer.from([1, 2, 3, 255]).toString('base64'),
        },
      ],
    },
  }),
  stream: entry({
    url: '/events',
    content: { mimeType: 'text/event-stream', text: ': hello\n\nevent: call\ndata: {"state":"held"}\n\n' },
  }),
  nothing: entry({ method: 'OPTIONS', url: '/empty', status: 204 }),
} as const;

/** Position of a request in the file. */
export function rowOf(name: keyof typeof everyKind): number {
  return Object.keys(everyKind).indexOf(name);
}

/** A capture with a request of every kind that details have a view for. */
export const everyKindHar = JSON.stringify({
  log: {
    version: '1.2',
    creator: { name: 'WebInspector', version: '537.36' },
    entries: Object.values(everyKind),
  },
});
