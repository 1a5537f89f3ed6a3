import { harOf } from '../har-of.ts';
import { api, portal } from '../names.ts';
import { writtenBy } from './exporters.ts';
import { type FieldFault, failed, html, me, navigation, repeat, script, users } from './field-fault.ts';

/** Nothing is reached, or the browser keeps it, as different programs export it. */
export const reachFaults: Readonly<Record<string, FieldFault>> = {
  'a service worker fails': {
    complaint: 'An offline page, although online.',
    capture: harOf([
      navigation,
      me,
      failed(`${portal}/api/list`, 'net::ERR_FAILED', {
        more: { response: { _fetchedViaServiceWorker: true } },
      }),
    ]),
    first: 'fail/network',
  },
  'the connection of a laptop is gone': {
    complaint: 'Nothing works in the train.',
    capture: harOf([
      navigation,
      ...repeat(5, (t) =>
        failed(`https://${'abc'[t % 3]}.example.test/x${t}`, 'net::ERR_INTERNET_DISCONNECTED'),
      ),
    ]),
    first: 'fail/offline',
  },
  'a name is sent to https and its certificate is another’s': {
    complaint: 'A printer’s page cannot be opened.',
    capture: harOf([
      {
        url: 'http://printer.example.test/',
        type: 'document',
        status: 307,
        ...html,
        body: '',
        response: { location: 'https://printer.example.test/', 'non-authoritative-reason': 'HSTS' },
      },
      failed('https://printer.example.test/', 'net::ERR_CERT_COMMON_NAME_INVALID', { type: 'document' }),
    ]),
    first: 'fail/tls',
  },
  'a page may not reach a device of the local network': {
    complaint: 'The desk phone cannot be controlled.',
    capture: harOf([
      navigation,
      failed('http://192.168.1.20/status', 'net::ERR_FAILED', { atMs: 300 }),
      {
        url: 'http://192.168.1.20/status',
        method: 'OPTIONS',
        type: 'preflight',
        status: 200,
        atMs: 302,
        request: {
          origin: portal,
          'access-control-request-method': 'GET',
          'access-control-request-private-network': 'true',
        },
        response: { 'access-control-allow-origin': portal },
      },
    ]),
    first: 'cors/private-network',
  },
  'a VPN does not carry the way to one host': {
    complaint: 'Reports work without the VPN.',
    capture: harOf([
      navigation,
      me,
      failed('https://reports.corp.example.test/v1/list', 'net::ERR_CONNECTION_TIMED_OUT', {
        timings: { blocked: 21010, send: 0, wait: 0, receive: 0 },
      }),
    ]),
    first: 'fail/timeout',
  },
  'fonts of a content network lack the leave for the page': {
    complaint: 'Icons are squares.',
    capture: harOf([
      navigation,
      {
        url: 'https://cdn.example.net/fonts/icons.woff2',
        type: 'font',
        mimeType: 'font/woff2',
        error: 'net::ERR_FAILED',
        body: null,
        request: { origin: portal },
        timings: { blocked: 60, send: 0, wait: 0, receive: 0 },
      },
    ]),
    first: 'cors/missing-allow-origin',
  },
  'Firefox keeps an answer from the page': {
    complaint: 'The list is empty in Firefox.',
    capture: writtenBy(
      'firefox',
      harOf([
        navigation,
        me,
        {
          ...users,
          body: undefined,
          request: { origin: portal, 'sec-fetch-mode': 'cors', 'sec-fetch-site': 'cross-site' },
          url: 'https://data.example.net/v1/users',
        },
      ]),
    ),
    first: 'cors/missing-allow-origin',
  },
  'a change fails and its preflight is not in the capture': {
    complaint: 'Saving fails now and then.',
    capture: harOf([
      navigation,
      failed('https://data.example.net/v1/x', 'net::ERR_FAILED', { method: 'PUT' }),
    ]),
    first: 'cors/suspected',
  },
  'a balancer that ends TLS sends the browser to https for ever': {
    complaint: 'Too many redirects.',
    capture: harOf([
      ...repeat(20, (t) => ({
        url: `${portal}/`,
        type: 'document',
        status: 301,
        ...html,
        body: '',
        atMs: t * 30,
        response: { location: `${portal}/`, server: 'nginx' },
      })),
      failed(`${portal}/`, 'net::ERR_TOO_MANY_REDIRECTS', { type: 'document' }),
    ]),
    first: 'fail/redirect-loop',
  },
  'a firewall drops HTTP/3': {
    complaint: 'The first click fails.',
    capture: harOf([
      navigation,
      me,
      failed(`${api}/a`, 'net::ERR_QUIC_PROTOCOL_ERROR', { httpVersion: 'h3' }),
    ]),
    first: 'fail/reset',
  },
  'a certificate expired, as Playwright writes it': {
    complaint: 'The test says that the page is not secure.',
    capture: writtenBy(
      'playwright',
      harOf([failed('https://files.example.test/a', 'net::ERR_CERT_DATE_INVALID', { type: 'document' })]),
    ),
    first: 'fail/tls',
  },
  'a certificate is another’s, as Firefox names it': {
    complaint: 'The test fails in Firefox only.',
    capture: writtenBy(
      'playwright',
      harOf([failed('https://files.example.test/a', 'SSL_ERROR_BAD_CERT_DOMAIN', { type: 'document' })]),
    ),
    first: 'fail/tls',
  },
  'a server ends a connection while requests are on their way': {
    complaint: 'Fails now and then.',
    capture: harOf([navigation, failed(`${api}/a`, 'net::ERR_HTTP2_SERVER_REFUSED_STREAM')]),
    first: 'fail/reset',
  },
  'a connection is used again for a name that it does not serve': {
    complaint: 'One of two hosts fails.',
    capture: harOf([
      navigation,
      {
        ...users,
        status: 421,
        ...html,
        body: '<html><head><title>421 Misdirected Request</title></head><body><h1>Misdirected Request</h1><p>The client needs a new connection for this request as the requested host name does not match the Server Name Indication (SNI) in use for this connection.</p></body></html>',
      },
    ]),
    first: 'fail/http-4xx',
  },
  'a header is larger than the server takes': {
    complaint: 'Everything fails until cookies are deleted.',
    capture: harOf([{ ...navigation, status: 431, body: '', request: { cookie: 'a='.padEnd(15000, 'x') } }]),
    first: 'fail/too-large',
  },
  'a page must not stand in a frame': {
    complaint: 'The embedded page refused to connect.',
    capture: harOf([
      navigation,
      failed('https://embed.example.net/app', 'net::ERR_BLOCKED_BY_RESPONSE', {
        status: 200,
        type: 'document',
        ...html,
        response: { 'x-frame-options': 'SAMEORIGIN' },
        request: { 'sec-fetch-dest': 'iframe' },
      }),
    ]),
    first: 'block/response-policy',
  },
  'Fiddler does not find a name': {
    complaint: 'Nothing opens.',
    capture: writtenBy(
      'fiddler',
      harOf([
        {
          ...navigation,
          status: 502,
          mimeType: 'text/html; charset=UTF-8',
          body: '[Fiddler] DNS Lookup for "portal.corp.example" failed. System.Net.Sockets.SocketException No such host is known',
        },
      ]),
    ),
    first: 'fail/dns',
  },
  'Firefox does not find a name, under Playwright': {
    complaint: 'The test fails at the customer’s.',
    capture: writtenBy(
      'playwright',
      harOf([failed(`${portal}/`, 'NS_ERROR_UNKNOWN_HOST', { type: 'document' })]),
    ),
    first: 'fail/dns',
  },
  'an encrypted hello falls back to a wrong certificate': {
    complaint: 'One customer cannot connect.',
    capture: harOf([navigation, failed(`${api}/a`, 'net::ERR_ECH_FALLBACK_CERTIFICATE_INVALID')]),
    first: 'fail/tls',
  },
  'a part of the build is gone, as Firefox exports it': {
    complaint: 'The page stays white.',
    capture: writtenBy(
      'firefox',
      harOf([
        navigation,
        script('index-B7xk29Qa.js'),
        {
          url: `${portal}/assets/Reports-Dk3v1_Zt.js`,
          ...html,
          body: '<!doctype html><html><div id="app"></div></html>',
        },
      ]),
    ),
    first: 'version/chunk-missing',
  },
  'a style of the build is gone': {
    complaint: 'No colours since the update.',
    capture: harOf([
      navigation,
      script('app.4f1d22a9.js'),
      failed(`${portal}/assets/settings.9c0a11ef.css`, 'net::ERR_ABORTED', {
        status: 404,
        type: 'stylesheet',
        ...html,
        body: 'Not Found',
      }),
    ]),
    first: 'version/chunk-missing',
  },
  'Fiddler does not accept a certificate': {
    complaint: 'Nothing opens with Fiddler.',
    capture: writtenBy(
      'fiddler',
      harOf([
        {
          ...navigation,
          status: 502,
          mimeType: 'text/html; charset=UTF-8',
          body: 'HTTPS connection failed. fiddler.network.https&gt; HTTPS handshake to portal.example.test (for #1) failed. System.Security.Authentication.AuthenticationException The remote certificate is invalid according to the validation procedure.',
        },
      ]),
    ),
    first: 'fail/tls',
  },
  'Charles does not reach a server': {
    complaint: 'Nothing opens with Charles.',
    capture: writtenBy(
      'charles',
      harOf([
        navigation,
        {
          url: `${api}/x`,
          status: 503,
          mimeType: 'text/html',
          body: '<html><head><title>Charles Error Report</title></head><body><h1>Failed to connect to remote host</h1><p>Connection timed out</p></body></html>',
        },
      ]),
    ),
    first: 'fail/timeout',
  },
  'a bucket has no rules for other origins': {
    complaint: 'An upload fails.',
    capture: harOf([
      navigation,
      failed('https://bucket.example.net/k', 'net::ERR_FAILED', { method: 'PUT', atMs: 300 }),
      {
        url: 'https://bucket.example.net/k',
        method: 'OPTIONS',
        type: 'preflight',
        status: 403,
        atMs: 303,
        mimeType: 'application/xml',
        request: {
          origin: portal,
          'access-control-request-method': 'PUT',
          'access-control-request-headers': 'content-type',
        },
        body: '<Error><Code>AccessForbidden</Code><Message>CORSResponse: CORS is not enabled for this bucket.</Message></Error>',
      },
    ]),
    first: 'cors/preflight-missing-allow-origin',
  },
};
