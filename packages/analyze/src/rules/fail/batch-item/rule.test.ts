import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page, trackingId } from '../../../testing/names.ts';
import { batchItem } from './rule.ts';

checkRule(batchItem, import.meta.url, {
  'finds.one-number-of-three-behind-207': harOf([
    page,
    {
      url: `${api}/numbers/order`,
      method: 'POST',
      status: 207,
      trackingId: trackingId(8),
      body: {
        results: [
          { number: 1, status: 201 },
          { number: 2, status: 409, message: 'Ported away.' },
        ],
      },
    },
  ]),
  'finds.part-of-a-batch-that-has-names-of-its-own': harOf([
    page,
    {
      url: `${api}/telefone/bulk`,
      method: 'POST',
      body: {
        antworten: [
          { nummer: 1, zustand: 201 },
          { nummer: 2, zustand: 409, meldung: 'Vergeben.' },
        ],
      },
    },
  ]),
  'quiet.extensions-that-look-like-statuses': harOf([
    page,
    {
      url: `${api}/extensions/bulk`,
      method: 'POST',
      body: { nummern: [{ durchwahl: 412 }, { durchwahl: 433 }, { durchwahl: 217 }] },
    },
  ]),
  'finds.request-inside-a-graph-batch': harOf([
    page,
    {
      url: `${api}/$batch`,
      method: 'POST',
      sent: { requests: [{ id: '1' }, { id: '2' }] },
      body: {
        responses: [
          { id: '1', status: 200, body: { total: 31 } },
          { id: '2', status: 503, body: { message: 'Reports are being rebuilt.' } },
        ],
      },
    },
  ]),
  'finds.action-of-a-bulk-request': harOf([
    page,
    {
      url: `${api}/contacts/_bulk`,
      method: 'POST',
      body: {
        errors: true,
        items: [{ index: { status: 201 } }, { index: { status: 400, error: { reason: 'No such field.' } } }],
      },
    },
  ]),
  'finds.answer-inside-a-multipart-body': harOf([
    page,
    {
      url: `${api}/batch/people`,
      method: 'POST',
      mimeType: 'multipart/mixed; boundary=b1',
      body: '--b1\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 200 OK\r\n\r\n{}\r\n--b1\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 404 Not Found\r\n\r\n{}\r\n--b1--',
    },
  ]),
  'finds.resource-that-webdav-could-not-move': harOf([
    page,
    {
      url: `${api}/dav/greetings/`,
      method: 'MOVE',
      status: 207,
      mimeType: 'application/xml',
      body: '<d:multistatus xmlns:d="DAV:"><d:response><d:href>/a.wav</d:href><d:status>HTTP/1.1 423 Locked</d:status></d:response></d:multistatus>',
    },
  ]),
  'quiet.property-that-webdav-does-not-have': harOf([
    page,
    {
      url: `${api}/dav/greetings/`,
      method: 'PROPFIND',
      status: 207,
      mimeType: 'application/xml',
      body: '<d:multistatus xmlns:d="DAV:"><d:response><d:href>/</d:href><d:propstat><d:prop/><d:status>HTTP/1.1 200 OK</d:status></d:propstat><d:propstat><d:prop/><d:status>HTTP/1.1 404 Not Found</d:status></d:propstat></d:response></d:multistatus>',
    },
  ]),
  'quiet.batch-that-went-well': harOf([
    page,
    {
      url: `${api}/$batch`,
      method: 'POST',
      sent: { requests: [{ id: '1' }] },
      body: { responses: [{ id: '1', status: 204 }] },
    },
  ]),
  'quiet.list-of-calls-that-failed': harOf([
    page,
    {
      url: `${api}/calls`,
      body: {
        items: [
          { id: 1, status: 486 },
          { id: 2, status: 200 },
        ],
      },
    },
    {
      url: `${api}/calls/search`,
      method: 'POST',
      sent: { from: 1 },
      body: { items: [{ id: 1, status: 486 }] },
    },
    {
      url: `${api}/jobs`,
      body: {
        results: [
          { id: 1, status: 'FAILED' },
          { id: 2, status: 'OK' },
        ],
      },
    },
  ]),
});
