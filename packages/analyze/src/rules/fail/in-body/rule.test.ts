import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page, portal, trackingId } from '../../../testing/names.ts';
import { inBody } from './rule.ts';

const xml = (content: string) => `<?xml version="1.0" encoding="ISO-8859-1"?>\n${content}`;

checkRule(inBody, import.meta.url, {
  'finds.graphql-without-data': harOf([
    page,
    {
      url: `${api}/graphql`,
      method: 'POST',
      trackingId: trackingId(8),
      body: { data: null, errors: [{ message: 'Location is being deleted.', path: ['location'] }] },
    },
  ]),
  'finds.graphql-with-a-part-of-its-data-as-a-warning': harOf([
    page,
    {
      url: `${api}/graphql`,
      method: 'POST',
      body: { data: { user: { id: 1 }, devices: null }, errors: [{ message: 'Timeout', path: ['devices'] }] },
    },
  ]),
  'finds.oci-error-with-a-wrong-namespace': harOf([
    page,
    {
      url: 'https://router.example.test/ocip',
      method: 'POST',
      mimeType: 'application/xml',
      body: xml(
        '<BroadsoftDocument protocol="OCI" xmlns="C"><command type="Error" echo="" xsi:type="c:ErrorResponse" ' +
          'xmlns:c="C" xmlns="" xmlns:xsi="https://www.w3.org/2001/XMLSchema-instance">' +
          '<summary>[Error 4008] User not found: 4711@example.com</summary>' +
          '<summaryEnglish>[Error 4008] User not found: 4711@example.com</summaryEnglish></command></BroadsoftDocument>',
      ),
    },
  ]),
  'finds.soap-fault': harOf([
    page,
    {
      url: `${api}/soap`,
      method: 'POST',
      mimeType: 'text/xml',
      body: xml(
        '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><soap:Fault>' +
          '<faultcode>soap:Server</faultcode><faultstring>The number is assigned already.</faultstring>' +
          '</soap:Fault></soap:Body></soap:Envelope>',
      ),
    },
  ]),
  'finds.sign-in-refused-in-a-redirect': harOf([
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
  ]),
  'quiet.data-that-is-named-error': harOf([
    page,
    {
      url: `${api}/metrics`,
      body: { items: [{ name: 'error', value: 3 }], error: { rate: 0.2, budget: 1 } },
    },
    { url: `${api}/translations`, body: { texts: { error: 'Something went wrong', failed: 'Failed' } } },
  ]),
  'quiet.job-that-succeeded': harOf([
    page,
    { url: `${api}/jobs/17`, body: { latestExecutionStatus: 'COMPLETED', errorCount: 0 } },
  ]),
});
