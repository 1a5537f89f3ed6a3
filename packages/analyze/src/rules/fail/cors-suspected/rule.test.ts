import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page, portal, trackingId } from '../../../testing/names.ts';
import { corsSuspected } from './rule.ts';

const unsent: Step = {
  url: `${api}/users`,
  method: 'PUT',
  status: 0,
  error: 'net::ERR_FAILED',
  trackingId: trackingId(2),
  timings: { blocked: 41, send: 0, wait: 0, receive: 0 },
};
const preflight: Step = {
  url: `${api}/users`,
  method: 'OPTIONS',
  type: 'preflight',
  status: 200,
  atMs: 204,
  mimeType: 'text/plain',
  request: {
    origin: portal,
    'access-control-request-method': 'PUT',
    'access-control-request-headers': 'content-type,trackingid',
  },
};
const withheld: Step = {
  url: `${api}/users`,
  error: 'net::ERR_FAILED',
  trackingId: trackingId(2),
  request: { origin: portal },
  response: { 'access-control-allow-origin': 'https://other.example.test' },
  timings: { blocked: 120, send: 0, wait: 0, receive: 0 },
};

checkRule(corsSuspected, import.meta.url, {
  'finds.answer-that-another-origin-may-read': harOf([page, withheld]),
  'finds.refused-preflight-and-its-request-once': harOf([page, unsent, { ...preflight, status: 403 }]),
  'finds.preflight-that-does-not-allow-the-header': harOf([
    page,
    unsent,
    {
      ...preflight,
      status: 204,
      response: { 'access-control-allow-origin': portal, 'access-control-allow-headers': 'content-type' },
    },
  ]),
  'finds.redirected-preflight': harOf([
    page,
    unsent,
    { ...preflight, status: 302, error: 'net::ERR_INVALID_REDIRECT', response: { location: '/login' } },
  ]),
  'quiet.preflight-and-request-that-worked': harOf([
    page,
    { url: `${api}/users`, method: 'PUT', body: { ok: true }, request: { origin: portal } },
    { ...preflight, status: 204, response: { 'access-control-allow-origin': portal } },
  ]),
  'quiet.same-origin-request-that-failed': harOf([
    page,
    { url: `${portal}/api/users`, error: 'net::ERR_FAILED', request: { origin: portal } },
  ]),
  'quiet.server-that-refuses-connections-to-preflights-too': harOf([
    page,
    { ...unsent, error: 'net::ERR_CONNECTION_REFUSED' },
    { ...preflight, status: 0, error: 'net::ERR_CONNECTION_REFUSED' },
  ]),
});
