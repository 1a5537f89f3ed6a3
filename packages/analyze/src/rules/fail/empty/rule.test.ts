import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page, trackingId } from '../../../testing/names.ts';
import { empty } from './rule.ts';

const unanswered = { url: `${api}/users`, status: 0, trackingId: trackingId(4) };

checkRule(empty, import.meta.url, {
  'finds.server-that-closed-without-a-byte': harOf([
    page,
    { ...unanswered, error: 'net::ERR_EMPTY_RESPONSE' },
  ]),
  'quiet.answer-without-content': harOf([page, { url: `${api}/users/17`, method: 'DELETE', status: 204 }]),
});
