import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page, trackingId } from '../../../testing/names.ts';
import { deprecatedApi } from './rule.ts';

const call = { url: `${api}/numbers`, body: { items: [] } };

checkRule(deprecatedApi, import.meta.url, {
  'finds.end-that-is-announced': harOf([
    page,
    {
      ...call,
      trackingId: trackingId(3),
      response: {
        deprecation: '@1740430156',
        sunset: 'Mon, 01 Sep 2025 00:00:00 GMT',
        link: '</v2/numbers>; rel="successor-version", <https://example.com/docs>; rel="deprecation"',
      },
    },
  ]),
  'finds.end-that-has-passed-as-a-warning': harOf([
    page,
    { ...call, response: { sunset: 'Sat, 01 Feb 2025 00:00:00 GMT' } },
  ]),
  'finds.older-spelling': harOf([page, { ...call, response: { deprecation: 'true' } }]),
  'quiet.call-that-announces-nothing': harOf([
    page,
    call,
    { ...call, response: { warning: '110 - "Response is Stale"' } },
  ]),
  'quiet.announcement-that-says-no': harOf([page, { ...call, response: { deprecation: 'false' } }]),
});
