import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, organisation, page, portal, trackingId } from '../../../testing/names.ts';
import { http4xx } from './rule.ts';

const missing = {
  url: `${api}/customers/${organisation}/users/4711`,
  status: 404,
  trackingId: trackingId(3),
  body: { error: { key: '404', message: [{ code: '4008', description: 'User not found.' }] } },
};

checkRule(http4xx, import.meta.url, {
  'finds.user-not-found': harOf([page, missing]),
  'finds.the-same-refusal-of-many-users-once': harOf([
    page,
    ...[17, 18, 19].map((user) => ({ ...missing, url: `${api}/customers/${organisation}/users/${user}` })),
  ]),
  'finds.thing-that-was-there-when-asked-again-as-a-warning': harOf([
    page,
    { url: `${api}/locations/4`, status: 404, mimeType: 'text/plain', body: 'Not found' },
    { url: `${api}/locations/4`, atMs: 2600, body: { location: {} } },
  ]),
  'finds.picture-of-another-site-as-a-warning': harOf([
    page,
    {
      url: 'https://cdn.somebody.example/p.gif',
      type: 'image',
      status: 404,
      mimeType: 'text/html',
      body: '',
    },
  ]),
  'finds.question-whether-it-is-there-as-a-warning': harOf([page, { ...missing, method: 'HEAD', body: '' }]),
  'finds.settings-that-nobody-made-yet-as-a-warning': harOf([
    page,
    { url: `${api}/settings/view`, status: 404, body: { message: 'No settings for this person.' } },
  ]),
  'finds.number-that-was-free-and-then-taken-as-a-warning': harOf([
    page,
    { url: `${api}/numbers/5550177`, status: 404, body: { message: 'No such number.' } },
    { url: `${api}/numbers`, method: 'POST', sent: { number: '5550177' }, status: 201, body: { id: 8 } },
  ]),
  'finds.change-of-what-is-not-there': harOf([page, { ...missing, method: 'PUT', sent: { name: 'Avery' } }]),
  'finds.icon-as-no-more-than-information': harOf([
    page,
    {
      url: `${portal}/favicon.ico`,
      type: 'image',
      status: 404,
      mimeType: 'text/html',
      body: '<title>Not Found</title>',
    },
  ]),
  'finds.client-that-gave-up-before-nginx-had-an-answer': harOf([
    page,
    { ...missing, status: 499, mimeType: 'text/plain', body: '' },
  ]),
  'finds.answer-whose-body-was-not-captured': harOf([page, { ...missing, body: null }]),
  'quiet.refused-credentials-are-another-rules': harOf([page, { ...missing, status: 403 }]),
  'quiet.what-exact-rules-tell': harOf([page, { ...missing, status: 409 }, { ...missing, status: 429 }]),
  'quiet.script-aborted-by-the-page-after-200': harOf([
    page,
    {
      url: `${portal}/app.js`,
      type: 'script',
      error: 'net::ERR_ABORTED',
      mimeType: 'text/javascript',
      body: 'run()',
    },
  ]),
  'quiet.refused-preflight-is-told-with-its-request': harOf([
    page,
    {
      url: `${api}/users`,
      method: 'PUT',
      status: 0,
      error: 'net::ERR_FAILED',
      timings: { blocked: 30, send: 0, wait: 0, receive: 0 },
    },
    {
      url: `${api}/users`,
      method: 'OPTIONS',
      type: 'preflight',
      status: 404,
      atMs: 203,
      request: { origin: portal, 'access-control-request-method': 'PUT' },
    },
  ]),
});
