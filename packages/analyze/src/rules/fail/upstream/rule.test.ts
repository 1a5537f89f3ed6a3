import { describe, expect, it } from 'vitest';
import { namedParty } from '../../../failures/named-party.ts';
import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, organisation, page, trackingId } from '../../../testing/names.ts';
import { upstream } from './rule.ts';

const recording = `${api}/customers/${organisation}/users/42/features/callrecording`;
const refused = {
  url: recording,
  method: 'PATCH',
  status: 502,
  trackingId: trackingId(12),
  sent: { enabled: true, serviceProvider: 'Parrotbox' },
  response: { 'x-envoy-upstream-service-time': '1812' },
  body: {
    message: '400: Invalid Product: Creating dub point failed in Parrotbox.',
    trackingId: trackingId(12),
  },
};

checkRule(upstream, import.meta.url, {
  'quiet.provider-that-refused-behind-a-502': harOf([
    page,
    { url: recording, body: { enabled: false } },
    refused,
  ]),
  'finds.other-status-inside-a-500': harOf([
    page,
    { ...refused, status: 500, sent: {}, body: { errors: [{ description: '404: Location is unknown.' }] } },
  ]),
  'finds.answer-that-a-gateway-puts-in-a-member-of-its-own': harOf([
    page,
    {
      ...refused,
      sent: {},
      body: {
        error: 'Bad Gateway',
        upstream: { service: 'northline-orders', status: 403, body: '{"error":"account suspended"}' },
      },
    },
  ]),
  'finds.status-inside-a-sentence': harOf([
    page,
    { ...refused, status: 502, sent: {}, body: { message: 'The order service answered with status 403.' } },
  ]),
  'finds.status-of-the-service-behind-in-german': harOf([
    page,
    {
      ...refused,
      status: 502,
      sent: {},
      body: {
        meldung: 'Vorsystem lehnt ab',
        vorsystem: { dienst: 'auftraege', statusCode: 409, meldung: 'Gesperrt' },
      },
    },
  ]),
  'finds.status-of-the-service-behind-in-other-languages': harOf([
    page,
    ...[
      'Le service des numéros a répondu 403.',
      'El proveedor respondió con el código 403.',
      '在庫サービスが 403 を返しました',
      '上游服务返回 404',
      'Request failed with status code 403',
      'Upstream error: 403 Forbidden',
      'Das Vorsystem ist nicht erreichbar (404)',
      '上游服务 inventory 异常：404',
      '外部システムでエラーが発生しました（403）',
    ].map((message, index) => ({ ...refused, url: `${api}/${index}`, sent: {}, body: { message } })),
  ]),
  'finds.status-that-is-a-text-in-a-list-of-causes': harOf([
    page,
    {
      ...refused,
      sent: {},
      body: {
        message: 'Bad gateway',
        causes: [{ service: 'numbers', status: '404', message: 'No such site.' }],
      },
    },
  ]),
  'finds.status-in-a-member-and-in-json-inside-a-text': harOf([
    page,
    { ...refused, url: `${api}/a`, sent: {}, body: { message: 'Bad gateway', upstream_status: 403 } },
    {
      ...refused,
      url: `${api}/b`,
      sent: {},
      body: { message: 'Numbers failed: {"code":404,"message":"No such site."}' },
    },
  ]),
  'finds.status-under-the-cause-of-the-first-error': harOf([
    page,
    {
      ...refused,
      sent: {},
      body: { errors: [{ title: 'Bad gateway', causedBy: { service: 'numbers', code: 403 } }] },
    },
  ]),
  'finds.status-in-a-field-of-the-gateway': harOf([
    page,
    { ...refused, sent: {}, response: { 'x-upstream-status': '403' }, body: { message: 'Bad gateway' } },
  ]),
  'finds.status-in-an-element': harOf([
    page,
    {
      ...refused,
      sent: {},
      mimeType: 'application/xml',
      body: '<fehler><meldung>Aufträge nicht lesbar</meldung><vorsystem><status>404</status></vorsystem></fehler>',
    },
  ]),
  'finds.other-status-among-those-who-answered': harOf([
    page,
    {
      ...refused,
      sent: {},
      body: {
        hops: [
          { hop: 'gateway', status: 502 },
          { hop: 'billing', status: 403 },
        ],
      },
    },
  ]),
  'finds.other-status-behind-its-own': harOf([
    page,
    { ...refused, sent: {}, body: { message: 'HTTP 502: the order service answered 404' } },
  ]),
  'finds.other-status-in-a-paragraph-of-a-page': harOf([
    page,
    {
      ...refused,
      sent: {},
      mimeType: 'text/html',
      body: '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1><p>The upstream answered 403 Forbidden.</p></body></html>',
    },
  ]),
  'finds.who-did-not-answer': harOf([
    page,
    { ...refused, sent: {}, body: { meldung: 'Der Lagerdienst antwortet nicht.' } },
    { ...refused, url: `${api}/b`, sent: {}, body: { message: '在庫サービスから応答がありません' } },
  ]),
  'quiet.nobody-by-name-who-did-not-answer': harOf([
    page,
    { ...refused, sent: {}, body: { message: 'The server did not respond.' } },
    {
      ...refused,
      url: `${api}/b`,
      status: 500,
      sent: {},
      body: { message: 'Broke', shelf: [{ code: 404 }] },
    },
  ]),
  'quiet.own-status-by-its-name': harOf([
    page,
    { ...refused, sent: {}, body: { message: 'Request failed: HTTP 502 Bad Gateway' } },
  ]),
  'quiet.number-inside-a-sentence-that-is-no-status': harOf([
    page,
    { ...refused, status: 500, sent: {}, body: { message: 'Got 412 rows where 500 were expected.' } },
    {
      ...refused,
      url: `${api}/b`,
      status: 500,
      sent: {},
      body: { message: 'The backend took 404 ms, of the upstream queue 412 items are left.' },
    },
  ]),
  'finds.party-without-a-status': harOf([
    page,
    { ...refused, status: 504, body: { message: 'Request to Parrotbox timed out.' } },
  ]),
  'quiet.own-status-in-front-of-the-text': harOf([
    page,
    { ...refused, sent: {}, body: { message: '502: Bad Gateway' } },
  ]),
  'quiet.client-error-that-begins-with-a-number': harOf([
    page,
    { ...refused, status: 400, sent: {}, body: { message: '404: Location is unknown.' } },
  ]),
});

describe('the named party', () => {
  it('is the provider that the exchange mentions, in its spelling', () => {
    expect(namedParty('Sync failed at NORTHWIND', ['{"vendor":"Northwind"}'])).toBe('Northwind');
  });

  it('is the proper name at the end of the sentence', () => {
    expect(namedParty('Provisioning failed in Northwind Telecom.', [])).toBe('Northwind Telecom');
  });

  it('is the provider of a service that names it in its own language', () => {
    expect(namedParty('Parrotbox a refusé la demande.', ['{"fournisseur":"Parrotbox"}'])).toBe('Parrotbox');
    expect(namedParty('Parrotbox 側で拒否されました。', ['{"事業者":"Parrotbox"}'])).toBe('Parrotbox');
  });

  it('is nobody where the sentence ends in a common word, or the provider is not mentioned', () => {
    expect(namedParty('Provisioning failed in step two.', ['{"vendor":"Northwind"}'])).toBeUndefined();
    expect(namedParty('Bad Gateway', [undefined])).toBeUndefined();
  });
});
