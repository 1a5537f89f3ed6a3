import { checkRule } from '../../../testing/check-rule.ts';
import { answeredWith, told, withheld, worked } from '../../../testing/cors-steps.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page, portal } from '../../../testing/names.ts';
import { missingAllowOrigin } from './rule.ts';

const { error: _, ...unmarked } = withheld;

checkRule(missingAllowOrigin, import.meta.url, {
  'finds.answer-without-the-field': answeredWith({}),
  'finds.the-same-without-the-browsers-word': harOf(
    [page, { ...unmarked, request: { origin: portal, 'sec-fetch-mode': 'cors' } }],
    'Firefox',
  ),
  'finds.recording-in-which-the-browser-says-so': answeredWith({}, told('MissingAllowOriginHeader')),
  'quiet.recording-in-which-the-browser-names-another-reason': answeredWith(
    {},
    told('InvalidAllowCredentials'),
  ),
  'quiet.gateway-that-failed-without-the-field': answeredWith({}, { status: 502 }),
  'quiet.answers-that-allow-the-page': worked,
  'quiet.form-that-was-posted-to-another-origin': harOf(
    [
      page,
      {
        url: `${api}/sign-in`,
        method: 'POST',
        type: 'document',
        body: '<!doctype html>',
        mimeType: 'text/html',
        request: { origin: portal },
      },
    ],
    'Firefox',
  ),
  'quiet.web-socket-which-knows-no-cors': harOf(
    [
      page,
      { url: 'wss://events.example.test/feed', type: 'websocket', status: 101, request: { origin: portal } },
    ],
    'Firefox',
  ),
  'quiet.same-origin-request-with-an-origin': harOf(
    [page, { url: `${portal}/api/users`, body: [], request: { origin: portal, 'sec-fetch-mode': 'cors' } }],
    'Firefox',
  ),
});
