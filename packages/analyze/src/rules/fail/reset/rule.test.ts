import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page, trackingId } from '../../../testing/names.ts';
import { reset } from './rule.ts';

const unanswered = { url: `${api}/users`, status: 0, trackingId: trackingId(4) };

checkRule(reset, import.meta.url, {
  'finds.connection-that-was-broken-off': harOf([
    page,
    { ...unanswered, error: 'net::ERR_CONNECTION_RESET' },
  ]),
  'finds.stream-that-was-ended-against-the-protocol': harOf([
    page,
    { ...unanswered, method: 'POST', error: 'net::ERR_HTTP2_PROTOCOL_ERROR' },
  ]),
  'finds.reset-that-a-retry-healed-as-a-warning': harOf([
    page,
    { ...unanswered, error: 'net::ERR_CONNECTION_RESET' },
    { url: unanswered.url, atMs: 900, body: { users: [] } },
  ]),
  'quiet.event-stream-that-the-page-closed': harOf([
    page,
    { url: `${api}/events`, type: 'eventsource', mimeType: 'text/event-stream', error: 'net::ERR_ABORTED' },
  ]),
});
