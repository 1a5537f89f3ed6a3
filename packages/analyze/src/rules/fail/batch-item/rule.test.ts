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
  'finds.parts-that-say-it-in-words-of-their-language': harOf([
    page,
    {
      url: `${api}/nummern/sammelauftrag`,
      method: 'POST',
      sent: { nummern: [1, 2, 3] },
      body: {
        ergebnisse: [
          { nummer: 1, ergebnis: 'OK' },
          { nummer: 2, ergebnis: 'FEHLER', meldung: 'Die Nummer ist vergeben.' },
          { nummer: 3, ergebnis: 'OK' },
        ],
      },
    },
  ]),
  'finds.calls-of-json-rpc-of-which-one-failed': harOf([
    page,
    {
      url: `${api}/rpc`,
      method: 'POST',
      sent: [
        { jsonrpc: '2.0', id: 1, method: 'lines' },
        { jsonrpc: '2.0', id: 2, method: 'queues' },
      ],
      body: [
        { jsonrpc: '2.0', id: 1, result: [] },
        { jsonrpc: '2.0', id: 2, error: { code: -32000, message: 'No such queue.' } },
      ],
    },
  ]),
  'finds.list-of-what-failed-beside-what-worked': harOf([
    page,
    {
      url: `${api}/people/invite`,
      method: 'POST',
      sent: { ids: ['p-1', 'p-2', 'p-3'] },
      body: { succeeded: ['p-1', 'p-3'], failed: [{ id: 'p-2', reason: 'Left the company.' }] },
    },
  ]),
  'finds.part-under-an-error-for-all-of-them': harOf([
    page,
    {
      url: `${api}/devices/import`,
      method: 'POST',
      sent: { devices: [{ id: 1 }, { id: 2 }] },
      body: {
        hasErrors: true,
        data: { items: [{ status: 201 }, { status: 422, message: 'Unknown model.' }] },
      },
    },
  ]),
  'finds.line-of-a-stream-of-answers': harOf([
    page,
    {
      url: `${api}/contacts/bulk`,
      method: 'POST',
      mimeType: 'application/x-ndjson',
      body: '{"id":1,"status":201}\n{"id":2,"status":409,"message":"Known already."}\n',
    },
  ]),
  'finds.part-that-is-answered-by-its-name': harOf([
    page,
    {
      url: `${api}/people`,
      method: 'PATCH',
      status: 207,
      sent: { 'p-1': {}, 'p-2': {} },
      body: { 'p-1': { status: 200 }, 'p-2': { status: 404, message: 'No such person.' } },
    },
  ]),
  'finds.rows-that-were-not-imported': harOf([
    page,
    {
      url: `${api}/personnes/charger`,
      method: 'POST',
      sent: { fichier: 'equipe.csv' },
      body: { importés: 11, erreurs: [{ ligne: 4, motif: 'Adresse inconnue.' }] },
    },
  ]),
  'finds.words-for-each-part-by-its-name': harOf([
    page,
    {
      url: `${api}/lines/bulk`,
      method: 'POST',
      sent: { lines: ['l-1', 'l-2'] },
      body: { 'l-1': 'OK', 'l-2': 'ERROR: the number is taken' },
    },
  ]),
  'finds.parts-with-a-yes-or-a-reason': harOf([
    page,
    {
      url: `${api}/numbers/assign`,
      method: 'POST',
      sent: { numbers: [1, 2] },
      body: {
        numbers: [
          { number: 1, assigned: true },
          { number: 2, assigned: false, reason: 'It is taken.' },
        ],
      },
    },
  ]),
  'finds.parts-whose-result-is-a-member-of-its-own': harOf([
    page,
    {
      url: `${api}/numbers/bulk`,
      method: 'POST',
      sent: { numbers: [1, 2] },
      body: {
        numbers: [
          { number: 1, ergebnis: { code: 200 } },
          { number: 2, ergebnis: { code: 409, meldung: 'Vergeben.' } },
        ],
      },
    },
  ]),
  'quiet.things-that-were-found-as-many-as-words-were-asked-for': harOf([
    page,
    {
      url: `${api}/notifications/search`,
      method: 'POST',
      sent: { types: ['ALERT', 'MAINTENANCE'], read: false },
      body: {
        items: [
          { id: 1, title: 'Maintenance on Sunday', read: false },
          { id: 2, title: 'Two devices are away', read: false },
        ],
      },
    },
  ]),
  'quiet.parts-of-which-some-are-switched-off': harOf([
    page,
    {
      url: `${api}/lines/bulk`,
      method: 'POST',
      sent: { lines: [1, 2] },
      body: {
        lines: [
          { line: 1, enabled: true, description: 'Error desk' },
          { line: 2, enabled: false, description: 'Reception' },
        ],
      },
    },
  ]),
  'finds.elements-of-which-one-says-no': harOf([
    page,
    {
      url: `${api}/lines/assign`,
      method: 'POST',
      mimeType: 'application/xml',
      body: '<?xml version="1.0"?><answers><answer line="1"><result>OK</result></answer><answer line="2"><result>NG</result><reason>Taken</reason></answer></answers>',
    },
  ]),
  'finds.record-of-a-json-sequence': harOf([
    page,
    {
      url: `${api}/contacts/bulk`,
      method: 'POST',
      mimeType: 'application/json-seq',
      body: '\x1e{"id":1,"status":201}\n\x1e{"id":2,"status":409,"message":"Known already."}\n',
    },
  ]),
  'quiet.elements-that-all-say-yes': harOf([
    page,
    {
      url: `${api}/lines/assign`,
      method: 'POST',
      mimeType: 'application/xml',
      body: '<answers><answer line="1"><result>OK</result></answer><answer line="2"><result>OK</result><reason>No error</reason></answer></answers>',
    },
    {
      url: `${api}/calls`,
      mimeType: 'application/xml',
      body: '<calls><call><status>failed</status></call><call><status>ok</status></call></calls>',
    },
  ]),
  'quiet.rows-that-were-all-imported': harOf([
    page,
    {
      url: `${api}/personnes/charger`,
      method: 'POST',
      sent: { fichier: 'equipe.csv' },
      body: { importés: 12, erreurs: [] },
    },
    {
      url: `${api}/lines/bulk`,
      method: 'POST',
      sent: { lines: ['l-1'] },
      body: { 'l-1': 'OK', note: 'Failover is off' },
    },
  ]),
  'quiet.parts-without-an-error': harOf([
    page,
    {
      url: `${api}/rpc`,
      method: 'POST',
      sent: [{ id: 1 }, { id: 2 }],
      body: [
        { id: 1, result: null },
        { id: 2, result: 0, error: null },
      ],
    },
    { url: `${api}/people/invite`, method: 'POST', sent: { ids: [1] }, body: { succeeded: [1], failed: [] } },
  ]),
  'quiet.report-of-calls-that-failed': harOf([
    page,
    {
      url: `${api}/calls/report`,
      method: 'POST',
      sent: { from: '2025-03-01' },
      body: { total: 30, succeeded: 20, failed: 10 },
    },
    {
      url: `${api}/calls/search`,
      method: 'POST',
      sent: { text: 'Harbour' },
      body: {
        items: [
          { id: 1, status: 'failed', reason: 'Busy' },
          { id: 2, status: 'ok' },
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
  'finds.errors-beside-the-results-of-207': harOf([
    page,
    {
      url: `${api}/contacts`,
      method: 'POST',
      status: 207,
      body: {
        status: 'COMPLETE',
        results: [{ id: 1 }, { id: 2 }],
        numErrors: 1,
        errors: [{ status: 'error', message: 'Number is taken.' }],
      },
    },
  ]),
  'finds.word-for-each-part-under-any-name': harOf([
    page,
    {
      url: `${api}/bangou`,
      method: 'POST',
      sent: { 番号: [1, 2] },
      body: {
        一覧: [
          { 番号: 1, 処理: '成功' },
          { 番号: 2, 処理: '失敗', 理由: '使用中です' },
        ],
        警告: [],
      },
    },
  ]),
  'finds.code-of-each-part-of-which-some-are-not-zero': harOf([
    page,
    {
      url: `${api}/numbers/batch`,
      method: 'POST',
      sent: {},
      body: { data: { result: { items: [{ code: 0 }, { code: 17, message: 'Order failed.' }] } } },
    },
  ]),
  'finds.numbers-of-what-failed-and-nothing-else': harOf([
    page,
    {
      url: `${api}/numbers/import`,
      method: 'POST',
      sent: {},
      body: { total: 3, succeededCount: 2, failedCount: 1 },
    },
  ]),
  'finds.rows-of-a-table': harOf([
    page,
    {
      url: `${api}/numbers/import`,
      method: 'POST',
      sent: {},
      mimeType: 'text/plain',
      body: 'row;state;text\r\n200;OK;\r\n201;NG;Number is taken\r\n',
    },
  ]),
  'finds.json-in-each-part-of-a-multipart-body': harOf([
    page,
    {
      url: `${api}/composite`,
      method: 'POST',
      sent: {},
      mimeType: 'multipart/mixed; boundary=b1',
      body: '--b1\r\nContent-Type: application/json\r\n\r\n{"status":200}\r\n--b1\r\nContent-Type: application/json\r\n\r\n{"status":409,"message":"Taken."}\r\n--b1--',
    },
  ]),
  'finds.status-of-each-and-nothing-but-why': harOf([
    page,
    {
      url: `${api}/places`,
      method: 'POST',
      sent: { places: 2 },
      body: [
        { etat: 201, place: 'A1' },
        { etat: 409, motif: 'Déjà prise' },
      ],
    },
  ]),
  'finds.parts-by-name-in-a-member': harOf([
    page,
    {
      url: `${api}/numbers`,
      method: 'PATCH',
      sent: { numbers: [1, 2] },
      body: { answers: { n1: { http: { code: 200 } }, n2: { http: { code: 404 } } }, version: 3 },
    },
  ]),
  'quiet.parts-of-which-some-wait': harOf([
    page,
    {
      url: `${api}/numbers/batch`,
      method: 'POST',
      sent: {},
      body: {
        results: [
          { id: 1, status: 'OK' },
          { id: 2, status: 'PENDING', message: 'The error log is not full.' },
        ],
      },
    },
  ]),
  'quiet.things-with-few-members-that-a-search-brought': harOf([
    page,
    {
      url: `${api}/calls/search`,
      method: 'POST',
      sent: { from: 1 },
      body: [
        { id: 1, status: 200 },
        { id: 2, status: 404 },
      ],
    },
    {
      url: `${api}/jobs/count`,
      method: 'POST',
      sent: { from: 1 },
      body: { succeeded: 20, failed: 3 },
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
