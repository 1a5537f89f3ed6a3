import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page, trackingId } from '../../../testing/names.ts';
import { timeout } from './rule.ts';

const unanswered = { url: `${api}/users`, status: 0, trackingId: trackingId(4) };

checkRule(timeout, import.meta.url, {
  'finds.connection-that-timed-out': harOf([page, { ...unanswered, error: 'net::ERR_CONNECTION_TIMED_OUT' }]),
  'quiet.limit-of-the-page': harOf([page, { ...unanswered, error: 'net::ERR_ABORTED' }]),
  'quiet.name-server-that-timed-out': harOf([page, { ...unanswered, error: 'net::ERR_DNS_TIMED_OUT' }]),
});
