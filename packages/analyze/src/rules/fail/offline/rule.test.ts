import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page, trackingId } from '../../../testing/names.ts';
import { offline } from './rule.ts';

const unanswered = { url: `${api}/users`, status: 0, trackingId: trackingId(4) };

checkRule(offline, import.meta.url, {
  'finds.network-that-was-gone-for-two-hosts-as-one': harOf([
    page,
    { ...unanswered, error: 'net::ERR_INTERNET_DISCONNECTED' },
    { url: 'https://media.example.test/rings', status: 0, error: 'net::ERR_INTERNET_DISCONNECTED' },
  ]),
  'finds.change-of-network-that-retries-healed-as-a-warning': harOf([
    page,
    { ...unanswered, error: 'net::ERR_NETWORK_CHANGED' },
    { url: unanswered.url, atMs: 900, body: { users: [] } },
  ]),
  'quiet.host-that-refuses': harOf([page, { ...unanswered, error: 'net::ERR_CONNECTION_REFUSED' }]),
});
