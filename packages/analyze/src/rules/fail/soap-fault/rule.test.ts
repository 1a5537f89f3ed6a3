import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page, trackingId } from '../../../testing/names.ts';
import { soapFault } from './rule.ts';

const call = { url: `${api}/soap`, method: 'POST', mimeType: 'text/xml' };
const envelope = (content: string) =>
  `<?xml version="1.0"?>\n<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>${content}</soap:Body></soap:Envelope>`;
const fault = (code: string, text: string) =>
  envelope(`<soap:Fault><faultcode>${code}</faultcode><faultstring>${text}</faultstring></soap:Fault>`);

checkRule(soapFault, import.meta.url, {
  'finds.fault-behind-a-200': harOf([
    page,
    { ...call, trackingId: trackingId(3), body: fault('soap:Server', 'The number is assigned already.') },
  ]),
  'finds.fault-behind-a-500': harOf([
    page,
    { ...call, status: 500, body: fault('soap:Client', 'Element extension is missing.') },
  ]),
  'quiet.answer-without-a-fault': harOf([page, { ...call, body: envelope('<FaultHistoryResponse/>') }]),
  'quiet.server-error-without-a-fault': harOf([page, { ...call, status: 500, body: '<error>No</error>' }]),
});
