import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page, trackingId } from '../../../testing/names.ts';
import { ociError } from './rule.ts';

const call = { url: 'https://router.example.test/ocip', method: 'POST', mimeType: 'application/xml' };
const document = (commands: string) =>
  `<?xml version="1.0" encoding="ISO-8859-1"?>\n<BroadsoftDocument protocol="OCI" xmlns="C">${commands}</BroadsoftDocument>`;
const success = '<command xsi:type="c:SuccessResponse" xmlns:c="C" xmlns=""/>';
const refused =
  '<command type="Error" echo="" xsi:type="c:ErrorResponse" xmlns:c="C" xmlns="" xmlns:xsi="https://www.w3.org/2001/XMLSchema-instance">' +
  '<summary>[Error 4008] User not found: 4711@example.com</summary>' +
  '<summaryEnglish>[Error 4008] User not found: 4711@example.com</summaryEnglish></command>';

checkRule(ociError, import.meta.url, {
  'finds.error-with-a-wrong-namespace': harOf([page, { ...call, body: document(refused) }]),
  'finds.one-command-of-three': harOf([
    page,
    { ...call, trackingId: trackingId(12), body: document(success + refused + success) },
  ]),
  'finds.sentence-that-a-service-passes-on-as-json': harOf([
    page,
    {
      url: `${api}/users/17/voicemail`,
      method: 'PATCH',
      trackingId: trackingId(7),
      body: {
        results: [
          { command: 'UserVoiceMessagingUserModifyRequest', status: 'OK' },
          {
            command: 'UserFaxMessagingModifyRequest',
            status: 'FAILED',
            errorCode: '4219',
            summary: '[Error 4219] Phone number is already assigned to another user.',
          },
        ],
      },
    },
  ]),
  'quiet.commands-that-were-done': harOf([page, { ...call, body: document(success + success) }]),
  'quiet.text-that-begins-in-brackets': harOf([
    page,
    {
      url: `${api}/notes`,
      body: { summary: '[Error budget] 99.9 percent', results: [{ summary: '[Errors] 3' }] },
    },
  ]),
});
