import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page, portal, trackingId } from '../../../testing/names.ts';
import { errorInSuccess } from './rule.ts';

const change = { url: `${api}/numbers`, method: 'POST', sent: { number: '+15550123' } };

checkRule(errorInSuccess, import.meta.url, {
  'finds.error-with-a-sentence': harOf([
    page,
    {
      ...change,
      trackingId: trackingId(8),
      body: { error: { code: 'IN_USE', message: 'Extension is used.' } },
    },
  ]),
  'finds.verdict-in-another-language': harOf([
    page,
    { ...change, body: { erfolg: false, meldung: 'Die Nummer ist vergeben.' } },
  ]),
  'quiet.what-the-page-keeps-itself': harOf([
    page,
    {
      url: 'blob:https://portal.example.test/0b1c',
      body: { error: { message: 'only an example' } },
    },
  ]),
  'finds.error-that-is-true': harOf([
    page,
    { ...change, body: { error: true, message: 'The number is assigned to another location.' } },
  ]),
  'finds.codes-and-no-data': harOf([
    page,
    { ...change, body: { data: null, errors: [{ code: 'INVALID_POSTCODE', field: 'postcode' }] } },
  ]),
  'finds.verdict-inside-an-envelope': harOf([
    page,
    {
      ...change,
      body: { meta: { tookMs: 12 }, result: { success: false, errors: [{ code: 'TERMS_NOT_ACCEPTED' }] } },
    },
  ]),
  'finds.problem-details-that-name-a-status': harOf([
    page,
    {
      ...change,
      mimeType: 'application/problem+json',
      body: {
        type: 'about:blank',
        title: 'The site is full.',
        status: 409,
        detail: '200 of 200 are in use.',
      },
    },
  ]),
  'quiet.sign-in-refused-in-a-redirect': harOf([
    {
      url: 'https://login.example.test/authorize?client_id=portal',
      type: 'document',
      status: 302,
      response: {
        location: `${portal}/back?error=invalid_scope&error_description=Scope+is+not+allowed&state=x`,
      },
    },
    page,
  ]),
  'finds.no-in-many-languages': harOf([
    page,
    {
      ...change,
      url: `${api}/de`,
      body: { ergebnis: 'fehlgeschlagen', meldung: 'Die Nummer ist vergeben.' },
    },
    { ...change, url: `${api}/fr`, body: { statut: 'ECHEC', libelle: 'Le numéro est pris.' } },
    { ...change, url: `${api}/es`, body: { éxito: false, mensaje: 'El número está ocupado.' } },
    { ...change, url: `${api}/pt`, body: { sucesso: false, mensagem: 'O número está em uso.' } },
    { ...change, url: `${api}/ja`, body: { 成功: false, メッセージ: 'その番号は使用中です。' } },
    { ...change, url: `${api}/ko`, body: { 결과: '실패', 메시지: '사용 중인 번호입니다.' } },
    { ...change, url: `${api}/zh`, body: { code: 40017, msg: '号码已被使用', data: null } },
  ]),
  'finds.no-with-a-capital-letter': harOf([
    page,
    { ...change, body: { Success: false, Message: 'The number is taken.' } },
  ]),
  'finds.envelope-with-nothing-in-it': harOf([
    page,
    { ...change, url: `${api}/a`, body: { status: 403, message: 'Not for your role.' } },
    { ...change, url: `${api}/b`, body: { status: false, message: 'The site is full.' } },
    { ...change, url: `${api}/c`, body: { errors: { name: ['is too short'] } } },
    { ...change, url: `${api}/d`, body: { header: { resultCode: '-1', resultMessage: 'No seat left.' } } },
  ]),
  'finds.codes-of-a-service-of-its-own-beside-nothing': harOf([
    page,
    { ...change, url: `${api}/a`, body: { code: 'A0430', msg: '号码已被占用', data: null } },
    { ...change, url: `${api}/b`, body: { code: 1003, message: 'The site is full.', data: null } },
    { ...change, url: `${api}/c`, body: { code: -1, msg: '번호를 사용할 수 없습니다.' } },
    { ...change, url: `${api}/d`, body: { success: 0, message: 'Le numéro est pris.' } },
  ]),
  'finds.codes-in-other-languages-and-in-elements': harOf([
    page,
    { ...change, url: `${api}/a`, body: { codeRetour: '0412', libelleRetour: 'Le numéro est pris.' } },
    { ...change, url: `${api}/b`, body: { 結果コード: 'E0417', メッセージ: 'その番号は使用中です。' } },
    {
      ...change,
      url: `${api}/c`,
      mimeType: 'text/xml',
      body: '<Answer><ReturnCode>8</ReturnCode><ReturnMessage>Taken</ReturnMessage></Answer>',
    },
    { ...change, url: `${api}/d`, body: { result: { error: { code: 'SEATS', message: 'No seat left.' } } } },
  ]),
  'finds.json-that-is-called-a-page': harOf([
    page,
    { ...change, mimeType: 'text/html; charset=utf-8', body: '{"success":false,"message":"Taken."}' },
  ]),
  'quiet.codes-that-say-that-all-is-well': harOf([
    page,
    { ...change, url: `${api}/a`, body: { codeRetour: '0000', libelleRetour: 'Enregistré' } },
    { ...change, url: `${api}/b`, body: { 結果コード: '00', メッセージ: '登録しました。' } },
    {
      ...change,
      url: `${api}/c`,
      mimeType: 'text/xml',
      body: '<Answer><ReturnCode>0</ReturnCode><ReturnMessage>Saved</ReturnMessage></Answer>',
    },
    {
      url: `${api}/d`,
      mimeType: 'text/html',
      body: '<div class="hint">No error, nothing failed.</div>',
    },
  ]),
  'finds.no-under-any-name-with-a-reason': harOf([
    page,
    { ...change, url: `${api}/a`, body: { angenommen: false, grund: 'Die Nummer ist vergeben.' } },
    { ...change, url: `${api}/b`, body: { 登録済み: false, 理由: 'その番号は使用中です。' } },
  ]),
  'quiet.setting-that-comes-back-with-its-reason': harOf([
    page,
    {
      url: `${api}/lines/3`,
      method: 'PUT',
      sent: { open: false, reason: 'Holiday' },
      body: { open: false, reason: 'Holiday' },
    },
    { url: `${api}/lines/3`, body: { open: false, reason: 'Holiday' } },
  ]),
  'quiet.nothing-where-nothing-was-to-be-found': harOf([
    page,
    { url: `${api}/a`, body: { code: 'A0000', message: 'done', data: null } },
    { url: `${api}/b`, body: { code: 0, msg: '', data: null } },
    { url: `${api}/c`, body: { data: null } },
    { url: `${api}/d`, body: { code: 'GB-042', name: 'Leeds', message: 'Mind the step.', data: null } },
    { ...change, url: `${api}/e`, body: { success: 0, failed: 0, message: 'Nothing to import.' } },
  ]),
  'finds.object-under-the-name-of-an-error': harOf([
    page,
    { url: `${api}/a`, body: { fault: { faultstring: 'Key is not valid', detail: { errorcode: 'k17' } } } },
    {
      url: `${api}/b`,
      body: { Fehlerantwort: { hinweis: 'Nummer vergeben', einzelheiten: { feld: 'nummer' } } },
    },
    {
      ...change,
      url: `${api}/c`,
      body: { reponse: { erreur: 'Numéro déjà pris', champ: { nom: 'numero' } } },
    },
  ]),
  'finds.code-that-is-not-zero-and-a-sentence-that-says-no': harOf([
    page,
    { ...change, url: `${api}/a`, body: { code: 1, msg: '号码已被占用', data: null } },
    {
      ...change,
      url: `${api}/b`,
      body: { result: { code: 17, message: 'Number is already taken, error.' } },
    },
    { ...change, url: `${api}/c`, body: { erfolg: 'nein', meldung: 'Fehler beim Speichern' } },
  ]),
  'finds.message-that-is-called-an-error': harOf([
    page,
    {
      ...change,
      url: `${api}/a`,
      body: {
        RETURN: [
          { TYPE: 'S', MESSAGE: 'Read' },
          { TYPE: 'E', MESSAGE: 'Order failed' },
        ],
      },
    },
    {
      ...change,
      url: `${api}/b`,
      body: { id: 4, messages: [{ severity: 'error', text: 'Number is taken' }] },
    },
  ]),
  'finds.list-of-nothing-but-errors': harOf([
    page,
    {
      ...change,
      url: `${api}/a`,
      body: [{ errorCode: 'DUPLICATE_VALUE', message: 'Number is taken', fields: [] }],
    },
  ]),
  'finds.element-that-is-called-an-error': harOf([
    page,
    {
      ...change,
      mimeType: 'application/xml',
      body: '<antwort><fehler><nummer>17</nummer><text>Nummer vergeben</text></fehler></antwort>',
    },
  ]),
  'quiet.settings-and-messages-that-are-no-errors': harOf([
    page,
    {
      url: `${api}/a`,
      body: { failure: { title: 'When an import fails', type: 'mail' }, success: { title: 'When it works' } },
    },
    { ...change, url: `${api}/b`, body: { code: 1, msg: 'Two new messages', data: null } },
    {
      ...change,
      url: `${api}/c`,
      body: { messages: [{ severity: 'info', text: 'The error log is empty' }] },
    },
    {
      ...change,
      url: `${api}/logs/search`,
      body: { items: [{ level: 'error', message: 'Call 17 failed' }] },
    },
    { url: `${api}/d`, body: { errorPages: { notFound: 'Nothing here', broken: 'Something broke' } } },
  ]),
  'finds.answer-without-json': harOf([
    page,
    { ...change, url: `${api}/a`, mimeType: 'text/plain', body: 'ERROR: number is taken' },
    {
      ...change,
      url: `${api}/b`,
      mimeType: 'application/x-www-form-urlencoded',
      body: 'status=error&message=taken',
    },
    {
      ...change,
      url: `${api}/c`,
      mimeType: 'application/xml',
      body: '<answer><status>NG</status><reason>Taken</reason></answer>',
    },
  ]),
  'finds.call-that-grpc-refused': harOf([
    page,
    {
      ...change,
      mimeType: 'application/grpc-web+proto',
      body: null,
      response: { 'grpc-status': '7', 'grpc-message': 'Not%20for%20your%20role.' },
    },
  ]),
  'quiet.call-that-went-well-by-grpc': harOf([
    page,
    { ...change, mimeType: 'application/grpc-web+proto', body: null, response: { 'grpc-status': '0' } },
  ]),
  'quiet.texts-and-logs-and-checks': harOf([
    page,
    { url: `${api}/i18n/en.json`, body: { error: 'Something went wrong', ok: 'OK', save: 'Save' } },
    { url: `${api}/jobs/17/errors`, body: { errors: [{ id: 1, message: 'Old one' }] } },
    { url: `${api}/imports`, body: { errors: [{ id: 1, message: 'Old one' }], total: 1 } },
    {
      url: `${api}/people/validate`,
      method: 'POST',
      sent: { name: '' },
      body: { valid: false, errors: [{ field: 'name', message: 'is empty' }] },
    },
  ]),
  'quiet.things-with-a-state-of-their-own': harOf([
    page,
    { url: `${api}/lines/3`, body: { id: 3, status: false, message: 'Ring me', name: 'Line 3' } },
    { url: `${api}/countries/ke`, body: { code: 404, name: 'Kenya', message: 'Jambo' } },
    { url: `${api}/notes`, mimeType: 'text/plain', body: 'Error handling is described below.' },
    {
      url: `${api}/calls/9`,
      mimeType: 'application/xml',
      body: '<call><status>failed</status><reason>busy</reason></call>',
    },
  ]),
  'finds.search-of-which-shards-failed': harOf([
    page,
    {
      url: `${api}/logs/_search`,
      method: 'POST',
      body: {
        took: 5,
        timed_out: false,
        _shards: {
          total: 5,
          successful: 3,
          skipped: 0,
          failed: 2,
          failures: [
            { shard: 0, reason: { type: 'query_shard_exception', reason: 'No mapping found for [at]' } },
          ],
        },
        hits: { total: { value: 1 }, hits: [] },
      },
    },
  ]),
  'finds.search-that-ran-out-of-time-among-others': harOf([
    page,
    {
      url: `${api}/_msearch`,
      method: 'POST',
      body: {
        took: 900,
        responses: [
          { timed_out: false, _shards: { total: 1, successful: 1, failed: 0 }, hits: { hits: [] } },
          { timed_out: true, _shards: { total: 1, successful: 1, failed: 0 }, hits: { hits: [] } },
        ],
      },
    },
  ]),
  'quiet.search-that-found-all': harOf([
    page,
    {
      url: `${api}/logs/_search`,
      method: 'POST',
      body: {
        took: 5,
        timed_out: false,
        _shards: { total: 5, successful: 5, skipped: 2, failed: 0 },
        hits: { hits: [{ _source: { timed_out: true, _shards: { failed: 3 }, level: 'info' } }] },
      },
    },
    { url: `${api}/sessions`, body: { items: [{ id: 1, timed_out: true }] } },
    { url: `${api}/settings`, body: { timed_out: true, session: 7 } },
  ]),
  'quiet.empty-errors-and-no-error': harOf([
    page,
    { url: `${api}/a`, body: { data: {}, errors: [] } },
    { url: `${api}/b`, body: { error: null, result: 'ok' } },
    { url: `${api}/c`, body: { success: true, failures: 0, failed: [], errorCode: 0 } },
    { url: `${api}/d`, body: { error: false, message: 'Saved.' } },
  ]),
  'quiet.data-that-is-named-error': harOf([
    page,
    {
      url: `${api}/metrics`,
      body: { items: [{ name: 'error', value: 3 }], error: { rate: 0.2, budget: 1 } },
    },
    { url: `${api}/translations`, body: { texts: { error: 'Something went wrong', failed: 'Failed' } } },
    { url: `${api}/tickets`, body: { data: { error: 'Line is dead', state: 'open' } } },
  ]),
  'quiet.job-that-succeeded': harOf([
    page,
    { url: `${api}/jobs/17`, body: { latestExecutionStatus: 'COMPLETED', errorCount: 0 } },
  ]),
  'quiet.problem-that-is-none': harOf([
    page,
    {
      url: `${api}/problem-types`,
      body: { type: 'kind', title: 'Printer', status: 200, detail: 'Out of paper' },
    },
  ]),
});
