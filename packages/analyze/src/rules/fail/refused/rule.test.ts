import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page, trackingId } from '../../../testing/names.ts';
import { refused } from './rule.ts';

const unanswered = { url: `${api}/users`, status: 0, trackingId: trackingId(4) };

checkRule(refused, import.meta.url, {
  'finds.host-that-refuses': harOf([page, { ...unanswered, error: 'net::ERR_CONNECTION_REFUSED' }]),
  'finds.helper-on-the-machine-itself-as-information': harOf([
    page,
    { url: 'http://127.0.0.1:40123/hello', status: 0, error: 'net::ERR_CONNECTION_REFUSED' },
  ]),
  'finds.answer-that-fiddler-wrote-for-a-host-that-refused': harOf(
    [
      page,
      {
        ...unanswered,
        status: 502,
        mimeType: 'text/html',
        body: "[Fiddler] The connection to 'api.example.test' failed. <br />Error: ConnectionRefused (0x274d).",
      },
    ],
    'Fiddler',
  ),
  'quiet.reset-connection': harOf([page, { ...unanswered, error: 'net::ERR_CONNECTION_RESET' }]),
});
