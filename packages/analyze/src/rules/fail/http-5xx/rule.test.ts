import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page, trackingId } from '../../../testing/names.ts';
import { http5xx } from './rule.ts';

const overloaded = {
  url: `${api}/numbers?max=50`,
  status: 503,
  trackingId: trackingId(5),
  mimeType: 'text/plain',
  response: { server: 'istio-envoy' },
  body: 'The pool of connections is exhausted.',
};

checkRule(http5xx, import.meta.url, {
  'finds.service-that-is-overloaded': harOf([page, overloaded]),
  'finds.error-page': harOf([
    page,
    {
      url: `${api}/users`,
      method: 'POST',
      status: 500,
      mimeType: 'text/html',
      body: '<html><head><title>500 Internal Server Error</title></head><body><h1>Something broke</h1></body></html>',
    },
  ]),
  'finds.failure-that-a-retry-healed-as-a-warning': harOf([
    page,
    overloaded,
    { url: overloaded.url, atMs: 4100, trackingId: trackingId(6), body: { phoneNumbers: [] } },
  ]),
  'finds.the-failure-again-when-only-another-request-succeeded': harOf([
    page,
    overloaded,
    { url: `${api}/numbers?max=51`, atMs: 4100, body: { phoneNumbers: [] } },
  ]),
  'quiet.gateway-that-speaks-for-the-service': harOf([page, { ...overloaded, body: 'no healthy upstream' }]),
  'quiet.client-errors': harOf([page, { ...overloaded, status: 404 }]),
  'quiet.failure-that-somebody-behind-answered': harOf([
    page,
    {
      ...overloaded,
      status: 502,
      mimeType: 'application/json',
      body: { message: '409: Extension is in use.' },
    },
  ]),
});
