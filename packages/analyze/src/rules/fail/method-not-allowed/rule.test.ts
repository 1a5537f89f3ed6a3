import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page, trackingId } from '../../../testing/names.ts';
import { methodNotAllowed } from './rule.ts';

checkRule(methodNotAllowed, import.meta.url, {
  'finds.method-and-what-is-allowed': harOf([
    page,
    {
      url: `${api}/devices/2`,
      method: 'DELETE',
      status: 405,
      trackingId: trackingId(3),
      response: { allow: 'GET, HEAD, PATCH' },
      body: { message: 'Method Not Allowed' },
    },
  ]),
  'finds.media-type-that-is-not-taken': harOf([
    page,
    {
      url: `${api}/people/import`,
      method: 'POST',
      status: 415,
      sent: 'name,extension',
      request: { 'content-type': 'text/csv; charset=utf-8' },
      response: { accept: 'application/json' },
      body: '',
    },
  ]),
  'finds.nothing-of-what-was-asked-for': harOf([
    page,
    { url: `${api}/report`, status: 406, request: { accept: 'application/pdf;q=0.9, image/*' }, body: '' },
  ]),
  'finds.language-that-the-service-does-not-speak': harOf([
    page,
    {
      url: `${api}/report`,
      status: 406,
      request: { 'accept-language': 'nb-NO,nb;q=0.9' },
      body: { message: 'No representation for nb-NO.' },
    },
  ]),
  'finds.refusal-of-who-takes-anything': harOf([
    page,
    { url: `${api}/report`, status: 406, request: { accept: 'application/json, */*' }, body: '' },
  ]),
  'quiet.address-that-does-not-exist': harOf([
    page,
    { url: `${api}/devices/2`, method: 'DELETE', status: 404, body: '' },
  ]),
  'quiet.preflight-that-is-not-allowed': harOf([
    page,
    {
      url: `${api}/users`,
      method: 'OPTIONS',
      type: 'preflight',
      status: 405,
      request: { origin: 'https://portal.example.test', 'access-control-request-method': 'PUT' },
      body: '',
    },
  ]),
});
