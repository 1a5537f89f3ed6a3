import { harOf } from '../har-of.ts';
import { api, portal } from '../names.ts';

import { type FieldFault, failed, html, me, navigation, repeat, script, users } from './field-fault.ts';

/** The browser forbids, holds back or mixes up what a page is made of; or nothing is wrong. */
export const pageFaults: Readonly<Record<string, FieldFault>> = {
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
  'a proxy answers 304 to a request without a condition': {
    complaint: 'The list is sometimes empty.',
    capture: harOf([navigation, me, { ...users, status: 304, body: '', response: { etag: '"a1"' } }]),
    first: 'nothing',
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
};
