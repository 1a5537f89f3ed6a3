import type { Scenario } from '../../scenario/scenario.ts';
import { body } from '../web-app/reply.ts';
import { fault } from '../web-app/truth-of.ts';
import { application } from './family.ts';

const soap = (inner: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body>${inner}</soapenv:Body></soapenv:Envelope>`;

const SOAP_FAULT = soap(
  '<soapenv:Fault><faultcode>soapenv:Server</faultcode><faultstring>Device profile not found</faultstring><detail><code>DP-404</code></detail></soapenv:Fault>',
);

const oci = (...commands: readonly string[]) =>
  `<?xml version="1.0" encoding="ISO-8859-1"?>
<BroadsoftDocument protocol="OCI" xmlns="C" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><sessionId xmlns="">directory.example.test,17</sessionId>${commands.join('')}</BroadsoftDocument>`;

const OCI_ERROR =
  '<command type="Error" echo="" xsi:type="c:ErrorResponse" xmlns:c="C" xmlns=""><summary>[Error 4008] User not found: p17@example.test</summary><summaryEnglish>[Error 4008] User not found: p17@example.test</summaryEnglish></command>';

const OCI_SUCCESS = '<command echo="" xsi:type="c:SuccessResponse" xmlns:c="C" xmlns=""/>';

const call = (path: string, sent: string) =>
  `const answer = await http.send('POST', '${path}', ${JSON.stringify(sent)}, { headers: { 'content-type': 'text/xml', accept: 'text/xml' } });
  show(answer.text.length);`;

/** Services that speak XML and say no inside it. */
export const xmlAnswers: readonly Scenario[] = [
  application({
    name: 'soap-fault',
    title: 'A phone’s profile does not open.',
    script: call('/services/DeviceService', soap('<getProfile><id>dp-9</id></getProfile>')),
    routes: () => ({ '/services/DeviceService': body('text/xml; charset=utf-8', SOAP_FAULT) }),
    truth: fault('fail/soap-fault', '/services/DeviceService', { allows: ['fail/error-in-success'] }),
  }),
  application({
    name: 'soap-fault-with-500',
    title: 'A phone cannot be restarted from the portal.',
    script: call('/services/DeviceService', soap('<restart><id>dp-9</id></restart>')),
    routes: () => ({
      '/services/DeviceService': body('text/xml; charset=utf-8', SOAP_FAULT, { status: 500 }),
    }),
    truth: fault('fail/soap-fault', '/services/DeviceService', { allows: ['fail/http-5xx'] }),
  }),
  application({
    name: 'oci-error',
    title: 'A person’s calling features cannot be saved.',
    script: call(
      '/oci',
      oci('<command xsi:type="UserModifyRequest17sp4" xmlns=""><userId>p17@example.test</userId></command>'),
    ),
    routes: () => ({ '/oci': body('text/xml; charset=ISO-8859-1', oci(OCI_ERROR)) }),
    truth: fault('fail/oci-error', '/oci', { allows: ['fail/error-in-success'] }),
  }),
  application({
    name: 'oci-one-of-three',
    title: 'Two of three settings are saved.',
    script: call(
      '/oci',
      oci(
        ...['a', 'b', 'c'].map(
          (user) =>
            `<command xsi:type="UserModifyRequest17sp4" xmlns=""><userId>${user}@example.test</userId></command>`,
        ),
      ),
    ),
    routes: () => ({
      '/oci': body('text/xml; charset=ISO-8859-1', oci(OCI_SUCCESS, OCI_ERROR, OCI_SUCCESS)),
    }),
    truth: fault('fail/oci-error', '/oci', { allows: ['fail/error-in-success', 'fail/batch-item'] }),
  }),
];
