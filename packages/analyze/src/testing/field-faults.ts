import { beginsAt, date, signedIn, signIn, token } from './auth-steps.ts';
import { harOf, type Step } from './har-of.ts';
import { api, page, portal, trackingId } from './names.ts';

/** A fault as people meet it, what they would tell support, and which finding has to come first. */
export interface FieldFault {
  /** What somebody tells support. */
  readonly complaint: string;
  readonly capture: unknown;
  /** The id of the finding that has to come first; `nothing`: the capture cannot show it, and no error may be told. */
  readonly first: string;
  /** Entries of which the first finding has to tell at least one. */
  readonly at?: readonly number[];
}

const html = { mimeType: 'text/html' };
const quick = { blocked: 1, send: 0.2, wait: 38, receive: 1 };
const me: Step = { url: `${api}/me`, body: { id: 7, name: 'Ines' }, timings: quick };
const users: Step = { url: `${api}/users`, body: { users: [] }, timings: quick };
const script = (name: string, more: Partial<Step> = {}): Step => ({
  url: `${portal}/assets/${name}`,
  type: 'script',
  mimeType: 'text/javascript',
  body: 'void 0;',
  ...more,
});
const navigation: Step = { ...page, request: { accept: 'text/html', 'sec-fetch-mode': 'navigate' } };
const failed = (url: string, error: string, more: Partial<Step> = {}): Step => ({
  url,
  status: 0,
  error,
  type: 'fetch',
  ...more,
});
const repeat = (times: number, step: (time: number) => Step): Step[] =>
  Array.from({ length: times }, (_, time) => step(time));

export const fieldFaults: Readonly<Record<string, FieldFault>> = {
  'an ad blocker stops the script that signs people in': {
    complaint: 'The sign-in button does nothing.',
    capture: harOf([
      navigation,
      script('app.4f1d22a9.js'),
      failed('https://login.example.test/sdk/auth.js', 'net::ERR_BLOCKED_BY_CLIENT', {
        type: 'script',
        bare: true,
      }),
      failed('https://metrics.example.net/collect', 'net::ERR_BLOCKED_BY_CLIENT', {
        type: 'ping',
        bare: true,
      }),
    ]),
    first: 'block/by-client',
    at: [2],
  },
  'a cached page carries the nonce of another answer': {
    complaint: 'The page stays white.',
    capture: harOf([
      {
        ...navigation,
        body: '<!doctype html><script nonce="b2xkbm9uY2U" src="/assets/app.4f1d22a9.js"></script>',
        response: {
          'content-security-policy': "script-src 'nonce-bmV3bm9uY2U'; report-uri /csp",
          age: '5400',
          'x-cache': 'HIT',
        },
      },
      {
        url: `${portal}/csp`,
        method: 'POST',
        type: 'csp-violation-report',
        status: 204,
        request: { 'content-type': 'application/csp-report' },
        sent: {
          'csp-report': {
            'document-uri': `${portal}/users`,
            'violated-directive': 'script-src-elem',
            'effective-directive': 'script-src-elem',
            'blocked-uri': `${portal}/assets/app.4f1d22a9.js`,
            disposition: 'enforce',
          },
        },
      },
    ]),
    first: 'block/content-security-policy',
  },
  'a service worker serves a shell whose files are gone': {
    complaint: 'After the update the page is empty; in a private window it works.',
    capture: harOf([
      {
        ...navigation,
        more: { response: { _fetchedViaServiceWorker: true } },
        body: '<!doctype html><script src="/assets/app.11aa22bb.js"></script>',
      },
      script('app.11aa22bb.js', {
        status: 404,
        error: 'net::ERR_ABORTED',
        body: 'Not found',
        mimeType: 'text/html',
      }),
      script('vendor.33cc44dd.js', {
        status: 404,
        error: 'net::ERR_ABORTED',
        body: 'Not found',
        mimeType: 'text/html',
      }),
    ]),
    first: 'version/stale-service-worker',
  },
  'a load balancer ends its HTTP/2 connections and the page retries at once': {
    complaint: 'Every few minutes everything fails for some seconds.',
    capture: harOf([
      navigation,
      me,
      ...repeat(6, (time) =>
        failed(`${api}/events`, 'net::ERR_HTTP2_PROTOCOL_ERROR', { atMs: 1000 + time * 220 }),
      ),
    ]),
    first: 'fail/reset',
  },
  'the network of a hotel wants its terms accepted': {
    complaint: 'Nothing loads at the hotel.',
    capture: harOf([
      {
        url: 'http://portal.example.test/',
        type: 'document',
        status: 302,
        ...html,
        response: { location: 'http://10.1.0.1/guest/login?orig=http%3A%2F%2Fportal.example.test%2F' },
      },
      {
        url: 'http://10.1.0.1/guest/login?orig=http%3A%2F%2Fportal.example.test%2F',
        type: 'document',
        ...html,
        body: '<title>Guest Wi-Fi</title>',
      },
      failed(`${api}/me`, 'net::ERR_CERT_AUTHORITY_INVALID'),
    ]),
    first: 'block/captive-portal',
  },
  'a proxy writes its warning in front of the JSON': {
    complaint: 'Unexpected token < in JSON.',
    capture: harOf([
      navigation,
      me,
      {
        ...users,
        body: '<!-- Inspected by the gateway of Example AG --><script src="http://gateway.example.net/banner.js"></script>{"users":[]}',
        response: { via: '1.1 gateway.example.net' },
      },
    ]),
    first: 'fail/broken-json',
    at: [2],
  },
  'the content network asks a robot question of an API call': {
    complaint: 'Lists stay empty behind the VPN.',
    capture: harOf([
      navigation,
      {
        ...users,
        status: 403,
        ...html,
        body: '<!DOCTYPE html><html><head><title>Just a moment...</title></head><body></body></html>',
        response: { 'cf-mitigated': 'challenge', 'cf-ray': '9bd1f6e04a77b2c4-FRA', server: 'cloudflare' },
      },
    ]),
    first: 'auth/firewall-refused',
  },
  'cookies outgrow what nginx takes': {
    complaint: '400 Bad Request on every page, until cookies are deleted.',
    capture: harOf([
      {
        ...navigation,
        status: 400,
        request: {
          cookie: Array.from({ length: 60 }, (_, id) => `feature_${id}=${'on-'.repeat(40)}`).join('; '),
        },
        body: '<html><head><title>400 Request Header Or Cookie Too Large</title></head><body><center><h1>400 Bad Request</h1></center><center>Request Header Or Cookie Too Large</center><hr><center>nginx</center></body></html>',
        response: { server: 'nginx' },
      },
    ]),
    first: 'fail/too-large',
  },
  'a sign-in inside a frame of another site loses its cookie': {
    complaint: 'The embedded page asks for the password again and again.',
    capture: harOf([
      { url: 'https://intranet.example.net/', type: 'document', ...html, body: '<!doctype html><iframe>' },
      {
        url: `${portal}/embedded`,
        type: 'document',
        ...html,
        body: '<!doctype html><title>Sign in</title>',
        request: { 'sec-fetch-dest': 'iframe', 'sec-fetch-mode': 'navigate', 'sec-fetch-site': 'cross-site' },
        response: { 'set-cookie': 'session=masked-session-1; Path=/; HttpOnly; SameSite=Lax' },
      },
      {
        url: `${portal}/embedded/sign-in`,
        method: 'POST',
        status: 403,
        request: { 'sec-fetch-dest': 'empty', 'sec-fetch-mode': 'cors', 'sec-fetch-site': 'same-origin' },
        body: { message: 'There is no session for this form.' },
      },
    ]),
    first: 'auth/cookie-samesite',
  },
  'the clock of the laptop is behind, and tokens are from the future': {
    complaint: 'Signing in ends with "token used before issued".',
    capture: harOf([
      { ...navigation, response: date(-300) },
      ...repeat(3, (time) => ({ ...me, url: `${api}/things/${'abc'[time]}`, response: date(-299 + time) })),
      { url: signIn, body: {}, response: date(-296) },
      {
        ...users,
        status: 401,
        request: { authorization: `Bearer ${token({ nbf: beginsAt, iat: beginsAt, exp: beginsAt + 3600 })}` },
        body: { error: 'invalid_token', error_description: 'Token is not yet valid (nbf).' },
        response: { ...date(-295), 'www-authenticate': 'Bearer error="invalid_token"' },
      },
    ]),
    first: 'auth/clock-skew',
    at: [5],
  },
  'nginx refuses an upload that is larger than a megabyte': {
    complaint: 'The greeting cannot be uploaded.',
    capture: harOf([
      navigation,
      {
        url: `${api}/greetings`,
        method: 'POST',
        status: 413,
        ...html,
        request: { 'content-length': '2400000' },
        body: '<html><head><title>413 Request Entity Too Large</title></head></html>',
        response: { server: 'nginx' },
      },
    ]),
    first: 'fail/too-large',
  },
  'nginx refuses an upload and closes, so that the browser sees a reset': {
    complaint: 'The upload fails with a network error.',
    capture: harOf([
      navigation,
      failed(`${api}/greetings`, 'net::ERR_CONNECTION_RESET', {
        method: 'POST',
        request: { 'content-length': '24000000' },
      }),
    ]),
    first: 'fail/reset',
  },
  'an open page asks for a part of the build that a deploy removed': {
    complaint: 'ChunkLoadError on a click on Reports.',
    capture: harOf([
      navigation,
      script('app.4f1d22a9.js'),
      script('reports.77aa88bb.chunk.js', { ...html, body: '<!doctype html><div id="root"></div>' }),
    ]),
    first: 'version/chunk-missing',
  },
  'a page over https asks for http': {
    complaint: 'The phone book does not open.',
    capture: harOf([
      navigation,
      { url: 'http://book.example.test/v1/entries', status: 0, type: 'fetch', bare: true },
    ]),
    first: 'block/mixed-content',
  },
  'the service allows every origin and the page sends its cookies': {
    complaint: 'The list is empty since the page sends cookies.',
    capture: harOf([
      navigation,
      {
        ...users,
        error: 'net::ERR_FAILED',
        body: null,
        request: { origin: portal, cookie: 'a=masked' },
        response: { 'access-control-allow-origin': '*' },
        timings: { blocked: 90, send: 0, wait: 0, receive: 0 },
      },
    ]),
    first: 'cors/wildcard-with-credentials',
  },
  'a preflight is redirected to https': {
    complaint: 'Saving fails.',
    capture: harOf([
      navigation,
      failed(`${api}/users`, 'net::ERR_FAILED', { method: 'PUT', atMs: 200 }),
      {
        url: `${api}/users`,
        method: 'OPTIONS',
        type: 'preflight',
        status: 301,
        error: 'net::ERR_INVALID_REDIRECT',
        atMs: 202,
        request: { origin: portal, 'access-control-request-method': 'PUT' },
        response: { location: `${api}/users/` },
      },
    ]),
    first: 'cors/preflight-redirect',
  },
  'GraphQL answers with half of what was asked': {
    complaint: 'The licences of a person are missing.',
    capture: harOf([
      navigation,
      {
        url: `${api}/graphql`,
        method: 'POST',
        sent: { operationName: 'Person', query: 'query Person { me { name licences { name } } }' },
        body: {
          data: { me: { name: 'Ines', licences: null } },
          errors: [
            {
              message: 'Licence service did not answer',
              path: ['me', 'licences'],
              extensions: { code: 'DOWNSTREAM' },
            },
          ],
        },
      },
    ]),
    first: 'fail/graphql',
  },
  'a proxy ends long polls after exactly a minute': {
    complaint: 'The page says "connection lost" every minute.',
    capture: harOf([
      navigation,
      ...repeat(4, (time) => ({
        url: `${api}/poll?cursor=${time}`,
        status: 504,
        ...html,
        atMs: 1000 + time * 60_100,
        timings: { blocked: 1, send: 0, wait: 60_020, receive: 1 },
        body: '<html><head><title>504 Gateway Time-out</title></head></html>',
        response: { server: 'nginx' },
      })),
    ]),
    first: 'fail/gateway-timeout',
  },
  'a load balancer cuts idle WebSockets after a minute': {
    complaint: 'Presence freezes.',
    capture: harOf([
      navigation,
      ...repeat(4, (time) => ({
        url: 'wss://live.example.test/socket',
        type: 'websocket',
        status: 101,
        atMs: 1000 + time * 62_500,
        timings: { blocked: 1, send: 0, wait: 40, receive: 60_010 },
        messages: [
          { type: 'send', time: beginsAt + 1 + time * 62, opcode: 1, data: 'hello' },
          { type: 'receive', time: beginsAt + 1.1 + time * 62, opcode: 1, data: 'welcome' },
        ],
      })),
    ]),
    first: 'fail/web-socket',
  },
  'a client asks again before Retry-After is over': {
    complaint: 'The search answers "too many requests" and never recovers.',
    capture: harOf([
      navigation,
      ...repeat(8, (time) => ({
        url: `${api}/search`,
        method: 'POST',
        sent: { q: 'a' },
        status: 429,
        atMs: 500 + time * 300,
        body: { message: 'Rate limit exceeded.' },
        response: { 'retry-after': '30' },
      })),
    ]),
    first: 'slow/retry-storm',
  },
  'a name of the inner network is not known without the VPN': {
    complaint: 'Voicemail does not load at home.',
    capture: harOf([
      navigation,
      me,
      failed('https://voicemail.corp.example.test/v1/messages', 'net::ERR_NAME_NOT_RESOLVED'),
    ]),
    first: 'fail/dns',
  },
  'the first address does not answer and the browser tries the next one late': {
    complaint: 'Each first click takes seconds.',
    capture: harOf([
      navigation,
      ...repeat(3, (time) => ({
        ...me,
        url: `https://s${time}.example.test/me`,
        atMs: 500 + time * 4000,
        timings: { blocked: 1, dns: 4, connect: 2300, ssl: 40, send: 0, wait: 40, receive: 1 },
      })),
    ]),
    first: 'slow/connect',
  },
  'a company opens TLS and the browser does not know its authority': {
    complaint: 'Only the calls to the API fail, and only at the office.',
    capture: harOf([
      navigation,
      failed(`${api}/me`, 'net::ERR_CERT_AUTHORITY_INVALID'),
      failed(`${api}/users`, 'net::ERR_CERT_AUTHORITY_INVALID'),
    ]),
    first: 'fail/tls',
  },
  'a player asks for a part behind the end of a recording': {
    complaint: 'The recording stops and starts over.',
    capture: harOf([
      navigation,
      {
        url: `${portal}/recordings/7.mp3`,
        type: 'media',
        status: 416,
        request: { range: 'bytes=900000-' },
        response: { 'content-range': 'bytes */812345' },
        mimeType: 'text/plain',
        body: '',
      },
    ]),
    first: 'fail/http-4xx',
  },
  'a proxy answers 304 to a request without a condition': {
    complaint: 'The list is sometimes empty.',
    capture: harOf([navigation, me, { ...users, status: 304, body: '', response: { etag: '"a1"' } }]),
    first: 'nothing',
  },
  'a service does not speak the language of the browser': {
    complaint: 'The page fails for people whose browser is set to Norwegian.',
    capture: harOf([
      navigation,
      {
        ...users,
        status: 406,
        request: { 'accept-language': 'nb-NO' },
        body: { message: 'No representation for nb-NO.' },
      },
    ]),
    first: 'fail/method-not-allowed',
  },
  'an answer says gzip and is none': {
    complaint: 'The page loads without style.',
    capture: harOf([
      navigation,
      {
        ...users,
        error: 'net::ERR_CONTENT_DECODING_FAILED',
        body: null,
        response: { 'content-encoding': 'gzip' },
      },
    ]),
    first: 'fail/truncated-body',
  },
  'the cookie of a sign-in on another site lacks SameSite=None': {
    complaint: 'After the sign-in the page asks to sign in again.',
    capture: harOf([
      navigation,
      {
        url: 'https://api.example.net/session',
        method: 'POST',
        type: 'fetch',
        request: { origin: portal, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' },
        response: {
          'access-control-allow-origin': portal,
          'access-control-allow-credentials': 'true',
          'set-cookie': 'sid=masked-session-2; Path=/; HttpOnly; Secure',
        },
        body: { ok: true },
      },
      ...repeat(2, () => ({
        url: 'https://api.example.net/me',
        type: 'fetch',
        status: 401,
        request: { origin: portal, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' },
        response: { 'access-control-allow-origin': portal, 'access-control-allow-credentials': 'true' },
        body: { message: 'No session.' },
      })),
    ]),
    first: 'auth/cookie-samesite',
  },
  'a key for doing things once is used for something else': {
    complaint: 'An order cannot be sent.',
    capture: harOf([
      navigation,
      {
        url: `${api}/orders`,
        method: 'POST',
        status: 409,
        sent: { item: 2 },
        request: { 'idempotency-key': 'k-1' },
        trackingId: trackingId(4),
        body: {
          type: 'idempotency_error',
          message:
            'Keys for idempotent requests can only be used with the same parameters they were first used with.',
        },
      },
    ]),
    first: 'fail/conflict',
  },
  'somebody else saved in between': {
    complaint: 'Saving says that the site was changed.',
    capture: harOf([
      navigation,
      {
        url: `${api}/sites/7`,
        method: 'PUT',
        status: 412,
        sent: { name: 'Bern' },
        request: { 'if-match': '"v3"' },
        body: { message: 'Precondition Failed' },
      },
    ]),
    first: 'fail/conflict',
  },
  'an upload over a thin line takes longer than the server waits': {
    complaint: 'Uploads from the branch office fail.',
    capture: harOf([
      navigation,
      {
        url: `${api}/greetings`,
        method: 'POST',
        status: 408,
        ...html,
        request: { 'content-length': '8400000' },
        timings: { blocked: 1, send: 59_900, wait: 110, receive: 1 },
        body: '<html><title>408 Request Time-out</title></html>',
      },
    ]),
    first: 'fail/http-4xx',
  },
  'the body of a list is cut by a proxy': {
    complaint: 'Large lists do not open at the office.',
    capture: harOf([
      navigation,
      {
        ...users,
        error: 'net::ERR_CONTENT_LENGTH_MISMATCH',
        body: '{"users":[{"id":1},',
        response: { 'content-length': '90000' },
      },
    ]),
    first: 'fail/truncated-body',
  },
  'an API call ends on the page of the sign-in': {
    complaint: 'After lunch every list is empty.',
    capture: harOf([
      navigation,
      {
        ...users,
        status: 302,
        ...html,
        response: { location: `${signIn}?client_id=portal&redirect_uri=x` },
        request: signedIn,
      },
      {
        url: `${signIn}?client_id=portal&redirect_uri=x`,
        type: 'fetch',
        ...html,
        body: '<!doctype html><title>Sign in</title><input type="password">',
      },
    ]),
    first: 'auth/redirect-to-login',
  },
  'a third party’s script fails to load and the page waits for it': {
    complaint: 'The page opens after half a minute.',
    capture: harOf([
      navigation,
      failed('https://chat.example.net/widget.js', 'net::ERR_CONNECTION_TIMED_OUT', {
        type: 'script',
        timings: { blocked: 21_000, send: 0, wait: 0, receive: 0 },
      }),
      { ...me, atMs: 21_300 },
    ]),
    first: 'fail/timeout',
  },
  'a service is asked for a method that a firewall does not know': {
    complaint: 'Changes cannot be saved at one customer.',
    capture: harOf([
      navigation,
      {
        url: `${api}/users/7`,
        method: 'PATCH',
        status: 501,
        ...html,
        body: '<html><title>Not Implemented</title><body>Method not implemented by the proxy</body></html>',
        response: { via: '1.1 edge.corp.example.net' },
      },
    ]),
    first: 'fail/http-5xx',
  },
  'a database is full behind a 200': {
    complaint: 'Saved, but nothing is there.',
    capture: harOf([
      navigation,
      {
        url: `${api}/notes`,
        method: 'POST',
        sent: { text: 'x' },
        body: {
          success: false,
          error: { code: 'DISK_FULL', message: 'could not extend file: No space left on device' },
        },
      },
    ]),
    first: 'fail/error-in-success',
  },
  'a page asks for more at once than the browser has room for': {
    complaint: 'The wall of pictures stays grey.',
    capture: harOf([
      navigation,
      ...repeat(40, (time) =>
        failed(`${api}/pictures/${time}`, 'net::ERR_INSUFFICIENT_RESOURCES', { atMs: 300 + time }),
      ),
    ]),
    first: 'fail/network',
  },
  'a clock that is a year behind makes certificates those of the future': {
    complaint: 'No page over https opens on this laptop.',
    capture: harOf([
      {
        url: 'http://portal.example.test/',
        type: 'document',
        ...html,
        body: '<a>',
        response: date(400 * 86_400),
      },
      ...repeat(4, (time) => ({
        url: `http://${time % 2 === 0 ? 'a' : 'b'}.example.test/${time}.css`,
        type: 'stylesheet',
        body: '',
        response: date(400 * 86_400),
      })),
      failed(`${api}/me`, 'net::ERR_CERT_DATE_INVALID'),
    ]),
    first: 'auth/clock-skew',
    at: [5],
  },
  'a GraphQL client asks by a hash first': {
    complaint: 'Works.',
    capture: harOf([
      navigation,
      {
        url: `${api}/graphql`,
        method: 'POST',
        sent: { extensions: { persistedQuery: { version: 1, sha256Hash: 'masked' } } },
        body: { errors: [{ message: 'PersistedQueryNotFound' }] },
      },
      {
        url: `${api}/graphql`,
        method: 'POST',
        sent: { query: '{me{id}}' },
        body: { data: { me: { id: 1 } } },
      },
    ]),
    first: 'nothing',
  },
  'a proxy takes the wish for a WebSocket away': {
    complaint: 'Presence never updates at the office.',
    capture: harOf([
      navigation,
      { url: 'wss://live.example.test/socket', type: 'websocket', status: 426, body: 'Upgrade Required' },
    ]),
    first: 'fail/web-socket',
  },
  'a redirect to https makes a GET of a POST': {
    complaint: 'Orders from the old program are refused.',
    capture: harOf([
      navigation,
      {
        url: 'http://api.example.test/v1/orders',
        method: 'POST',
        status: 301,
        sent: { item: 2 },
        response: { location: `${api}/orders` },
      },
      {
        url: `${api}/orders`,
        status: 405,
        body: { message: 'Method Not Allowed' },
        response: { allow: 'POST' },
      },
    ]),
    first: 'fail/method-not-allowed',
  },
  'an extension adds a field that no preflight allows': {
    complaint: 'Works in a private window only.',
    capture: harOf([
      navigation,
      failed(`${api}/users`, 'net::ERR_FAILED', { atMs: 200 }),
      {
        url: `${api}/users`,
        method: 'OPTIONS',
        type: 'preflight',
        status: 204,
        atMs: 202,
        request: {
          origin: portal,
          'access-control-request-method': 'GET',
          'access-control-request-headers': 'x-extension-id',
        },
        response: {
          'access-control-allow-origin': portal,
          'access-control-allow-methods': 'GET',
          'access-control-allow-headers': 'content-type',
        },
      },
    ]),
    first: 'cors/preflight-header',
  },
  'a page holds the signed address of a recording too long': {
    complaint: 'Recordings play in the morning and not after lunch.',
    capture: harOf([
      navigation,
      me,
      {
        url: 'https://files.example.test/7.mp3?X-Amz-Date=20250304T080000Z&X-Amz-Expires=3600&X-Amz-Signature=masked',
        status: 403,
        mimeType: 'application/xml',
        body: '<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>',
        response: date(0),
      },
    ]),
    first: 'auth/token-expired',
    at: [2],
  },
};
