import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page, trackingId } from '../../../testing/names.ts';
import { noIds } from './rule.ts';

const calls = Array.from({ length: 10 }, (_, user) => ({ url: `${api}/users/${user}`, body: { id: user } }));

checkRule(noIds, import.meta.url, {
  'finds.requests-without-any-id': harOf([page, ...calls]),
  'quiet.one-tracking-id': harOf([page, ...calls, { url: `${api}/x`, trackingId: trackingId(1), body: {} }]),
  'quiet.ids-of-another-kind': harOf([
    page,
    ...calls,
    {
      url: `${api}/x`,
      request: { traceparent: `00-${'4bf92f3577b34da6'.repeat(2)}-00f067aa0ba902b7-01` },
      body: {},
    },
  ]),
  'quiet.few-requests': harOf([page, ...calls.slice(0, 3)]),
});
