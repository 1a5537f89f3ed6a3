import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page, trackingId } from '../../../testing/names.ts';
import { unreachable } from './rule.ts';

const unanswered = { url: `${api}/users`, status: 0, trackingId: trackingId(4) };

checkRule(unreachable, import.meta.url, {
  'finds.host-without-a-way': harOf([page, { ...unanswered, error: 'net::ERR_ADDRESS_UNREACHABLE' }]),
  'quiet.network-that-was-gone': harOf([page, { ...unanswered, error: 'net::ERR_INTERNET_DISCONNECTED' }]),
});
