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
