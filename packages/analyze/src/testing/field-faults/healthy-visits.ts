import { beginsAt, signedIn } from '../auth-steps.ts';
import { harOf } from '../har-of.ts';
import { api, portal } from '../names.ts';
import { writtenBy } from './exporters.ts';
import {
  base64Of,
  failed,
  grpcTrailers,
  html,
  me,
  navigation,
  repeat,
  script,
  users,
  xhr,
} from './field-fault.ts';

/** Nothing is wrong, and something looks as if it were. No error may be told. */
export const healthyVisits: Readonly<Record<string, unknown>> = {
  'a WebSocket that speaks of no error': harOf([
    navigation,
    {
      url: 'wss://live.example.test/socket',
      type: 'websocket',
      status: 101,
      timings: { blocked: 1, send: 0, wait: 40, receive: 600010 },
      messages: [
        { type: 'send', time: beginsAt + 1, opcode: 1, data: 'hello' },
        { type: 'receive', time: beginsAt + 2, opcode: 1, data: '{"error":null}' },
      ],
    },
  ]),
  'GraphQL without errors': harOf([
    navigation,
    xhr(
      `${api}/graphql`,
      200,
      { data: { productUpdate: { product: { id: 1 }, userErrors: [] } }, errors: [] },
      { method: 'POST', sent: { query: '{a}' } },
    ),
  ]),
  'a page of a service worker': harOf([
    { ...navigation, more: { response: { _fetchedViaServiceWorker: true } } },
    script('app.4f1d22a9.js', { more: { response: { _fetchedViaServiceWorker: true } } }),
    { url: `${portal}/sw.js`, status: 0, type: 'other', body: 'self.x=1' },
  ]),
  'files that did not change': harOf([
    navigation,
    ...repeat(5, (t) =>
      script(`a${t}.js`, {
        status: 304,
        body: '',
        request: { 'if-none-match': '"a"' },
        response: { etag: '"a"' },
      }),
    ),
  ]),
  'a player that skips': harOf([
    navigation,
    ...repeat(4, (t) => ({
      url: `${portal}/rec/7.mp4`,
      type: 'media',
      mimeType: 'video/mp4',
      status: 206,
      error: 'net::ERR_ABORTED',
      body: null,
      request: { range: `bytes=${t * 1000}-` },
      response: { 'content-range': `bytes ${t * 1000}-9999/10000` },
    })),
  ]),
  'statistics that an ad blocker stops': harOf([
    navigation,
    me,
    failed('https://www.google-analytics.com/g/collect?v=2', 'net::ERR_BLOCKED_BY_CLIENT', {
      type: 'ping',
      bare: true,
    }),
    failed('https://browser-intake-eu.datadoghq.com/api/v2/rum', 'net::ERR_BLOCKED_BY_CLIENT', {
      bare: true,
    }),
  ]),
  'a sign-in with NTLM': harOf([
    { ...navigation, status: 401, body: '', response: { 'www-authenticate': 'NTLM' } },
    {
      ...navigation,
      status: 401,
      body: '',
      response: { 'www-authenticate': 'NTLM TlRM' },
      request: { authorization: 'NTLM TlRM' },
    },
    { ...navigation, request: { authorization: 'NTLM TlRN' } },
  ]),
  'a token that is renewed': harOf([
    navigation,
    xhr(
      `${api}/users`,
      401,
      { message: 'expired' },
      { request: signedIn, response: { 'www-authenticate': 'Bearer error="invalid_token"' } },
    ),
    xhr(
      'https://idp.example.test/oauth2/token',
      200,
      { access_token: 'masked', expires_in: 3600 },
      { method: 'POST', sent: 'grant_type=refresh_token' },
    ),
    { ...users, request: signedIn },
  ]),
  'a silent question whether somebody is signed in': harOf([
    navigation,
    {
      url: `${portal}/silent-callback?error=login_required&error_description=The+user+is+not+signed+in&state=x`,
      type: 'document',
      ...html,
      body: '<!doctype html><script></script>',
      request: { 'sec-fetch-dest': 'iframe' },
    },
    me,
  ]),
  'a callback with a code': harOf([
    { url: `${portal}/callback?code=masked&state=x`, type: 'document', ...html, body: '<!doctype html>' },
    me,
  ]),
  'logs that are filtered by an error': harOf([
    { ...navigation, url: `${portal}/logs?error=server_error&from=now-1h` },
    xhr(`${api}/logs?error=access_denied&limit=50`, 200, { items: [] }),
    xhr(`${api}/audit?error=invalid_grant&error_description=x`, 200, { items: [] }),
  ]),
  HSTS: harOf([
    {
      ...navigation,
      url: 'http://portal.example.test/users',
      status: 307,
      body: '',
      response: { location: `${portal}/users`, 'non-authoritative-reason': 'HSTS' },
    },
    navigation,
  ]),
  'HTTP/3 that falls back': harOf([
    navigation,
    failed(`${api}/a`, 'net::ERR_QUIC_PROTOCOL_ERROR', { httpVersion: 'h3' }),
    { ...me, url: `${api}/a` },
  ]),
  'a preflight, in Firefox': writtenBy(
    'firefox',
    harOf([
      navigation,
      {
        ...users,
        url: 'https://data.example.net/u',
        method: 'OPTIONS',
        status: 204,
        body: '',
        request: {
          origin: portal,
          'access-control-request-method': 'GET',
          'access-control-request-headers': 'authorization',
        },
        response: { 'access-control-allow-origin': portal, 'access-control-allow-headers': 'authorization' },
      },
      {
        ...users,
        url: 'https://data.example.net/u',
        request: { origin: portal, ...signedIn },
        response: { 'access-control-allow-origin': portal },
      },
    ]),
  ),
  'a status page of somebody else’s trouble': harOf([
    navigation,
    xhr('https://status.example.test/api/v2/summary.json', 200, {
      status: { indicator: 'major', description: 'Partial System Outage' },
      components: [{ name: 'API', status: 'major_outage' }],
      incidents: [{ name: 'Errors', status: 'investigating', impact: 'major' }],
    }),
  ]),
  'logs in a dashboard': harOf([
    navigation,
    xhr(
      'https://boards.example.test/api/ds/query',
      200,
      {
        results: {
          A: {
            status: 200,
            frames: [{ data: { values: [['error', 'failed to connect'], ['level=error msg="x failed"']] } }],
          },
        },
      },
      { method: 'POST', sent: { queries: [] } },
    ),
  ]),
  'an order that is still under way': harOf([
    navigation,
    xhr(
      `${api}/orders`,
      409,
      { message: 'A request with this Idempotency-Key is in progress.' },
      { method: 'POST', sent: { item: 2 }, request: { 'idempotency-key': 'k-1' } },
    ),
    xhr(
      `${api}/orders`,
      201,
      { id: 9 },
      { method: 'POST', sent: { item: 2 }, request: { 'idempotency-key': 'k-1' } },
    ),
  ]),
  'an upload in parts': harOf([
    navigation,
    ...repeat(3, (t) => ({
      url: `${api}/upload?upload_id=1`,
      method: 'PUT',
      status: t === 2 ? 200 : 308,
      body: '',
      request: { 'content-range': `bytes ${t * 100}-${t * 100 + 99}/300` },
      response: { range: `bytes=0-${t * 100 + 99}` },
    })),
  ]),
  'a file that is looked for before it is made': harOf([
    navigation,
    { url: `${api}/files/a`, method: 'HEAD', status: 404, body: '' },
    { url: `${api}/files/a`, method: 'PUT', status: 201, body: '' },
    { url: `${api}/files/a`, method: 'HEAD', body: '' },
  ]),
  'a tracker of errors': harOf([
    navigation,
    xhr('https://errors.example.test/api/0/issues/', 200, [
      {
        id: '1',
        title: 'TypeError: x is undefined',
        level: 'error',
        status: 'unresolved',
        metadata: { type: 'TypeError', value: 'x' },
        count: '12',
      },
    ]),
  ]),
  'checks that went wrong': harOf([
    navigation,
    xhr(`${api}/checks`, 200, {
      checks: [
        { name: 'dns', success: false, error: 'timeout' },
        { name: 'tls', success: true },
      ],
    }),
  ]),
  'a resumed upload': harOf([
    navigation,
    { url: `${api}/files/1`, method: 'HEAD', status: 200, body: '', response: { 'upload-offset': '0' } },
    { url: `${api}/files/1`, method: 'PATCH', status: 204, body: '', response: { 'upload-offset': '100' } },
  ]),
  'gRPC-Web that went well': harOf([
    navigation,
    xhr(
      'https://rpc.example.test/a.B/C',
      200,
      base64Of('\x00\x00\x00\x00\x02\x08\x01') + grpcTrailers('grpc-status:0\r\n'),
      { method: 'POST', mimeType: 'application/grpc-web-text', response: { 'grpc-status': '0' } },
    ),
  ]),
  'empty lists of errors': harOf([
    navigation,
    xhr('https://tickets.example.test/rest/x', 200, { errorMessages: [], warningMessages: [], errors: {} }),
  ]),
  'a challenge under 200': harOf([navigation, { ...users, response: { 'www-authenticate': 'Bearer' } }]),
  Charles: writtenBy('charles', harOf([navigation, me, users, script('app.4f1d22a9.js')])),
  Playwright: writtenBy('playwright', harOf([navigation, me, users, script('app.4f1d22a9.js')])),
  'Fiddler’s tunnels': writtenBy(
    'fiddler',
    harOf([
      {
        url: 'http://portal.example.test:443',
        method: 'CONNECT',
        status: 200,
        mimeType: '',
        body: 'This is a CONNECT tunnel, through which encrypted HTTPS traffic flows.',
      },
      navigation,
      me,
    ]),
  ),
  'a product for maintenance': harOf([
    {
      ...navigation,
      body: '<!doctype html><title>Maintenance plans</title><h1>Maintenance windows</h1><p>Plan the maintenance of your lifts here.</p>',
    },
    xhr(`${api}/maintenance-windows`, 200, { windows: [] }),
  ]),
  'a callback that has an empty error': harOf([
    {
      url: `${portal}/checkout/callback?error=0&state=paid`,
      type: 'document',
      ...html,
      body: '<!doctype html>',
    },
    { url: `${portal}/callback?error=&code=masked`, type: 'document', ...html, body: '<!doctype html>' },
  ]),
  'a list of failed builds': harOf([
    navigation,
    xhr('https://ci.example.test/api/v4/projects/1/pipelines', 200, [
      { id: 1, status: 'failed' },
      { id: 2, status: 'success' },
    ]),
  ]),
  'a manager of certificates': harOf([
    navigation,
    xhr(`${api}/settings/client-certificates`, 200, {
      required: true,
      message: 'client certificate required',
    }),
  ]),
  'lines of JSON that come one by one': harOf([
    navigation,
    {
      url: `${api}/stream`,
      method: 'POST',
      type: 'fetch',
      mimeType: 'application/x-ndjson',
      sent: {},
      body: '{"t":"a"}\n{"t":"b"}\n',
      timings: { blocked: 1, send: 0, wait: 900, receive: 5000 },
    },
  ]),
  'a device that waits for a person': harOf([
    navigation,
    ...repeat(3, (t) =>
      xhr(
        'https://idp.example.test/oauth2/token',
        400,
        { error: 'authorization_pending', error_description: 'Waiting for the person.' },
        {
          method: 'POST',
          sent: 'grant_type=urn:ietf:params:oauth:grant-type:device_code',
          atMs: 1000 + t * 5000,
        },
      ),
    ),
    xhr(
      'https://idp.example.test/oauth2/token',
      200,
      { access_token: 'masked' },
      { method: 'POST', atMs: 17000 },
    ),
  ]),
  'a search for errors': harOf([
    navigation,
    xhr(
      `${api}/logs/_search`,
      200,
      {
        took: 4,
        timed_out: false,
        _shards: { total: 5, successful: 5, skipped: 0, failed: 0 },
        hits: { hits: [{ _source: { level: 'error', message: 'failed' } }] },
      },
      { method: 'POST', sent: { query: {} } },
    ),
  ]),
  'fields of a form': harOf([
    navigation,
    xhr(`${api}/fields`, 200, { errors: {}, fields: { name: ['text'] } }),
  ]),
  'the page of a sign-in, in Firefox': writtenBy(
    'firefox',
    harOf([
      {
        url: `${portal}/login`,
        ...html,
        body: '<!doctype html><html><title>Sign in</title><input type="password"></html>',
        request: { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' },
      },
    ]),
  ),
};
