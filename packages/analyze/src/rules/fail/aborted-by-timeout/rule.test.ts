import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page, trackingId } from '../../../testing/names.ts';
import { abortedByTimeout } from './rule.ts';

const unanswered = { url: `${api}/users`, status: 0, trackingId: trackingId(4) };

const lasted = (ms: number) => ({ blocked: ms, send: 0, wait: 0, receive: 0 });

checkRule(abortedByTimeout, import.meta.url, {
  'finds.two-requests-given-up-after-five-seconds': harOf([
    page,
    { ...unanswered, error: 'net::ERR_ABORTED', timings: lasted(5006) },
    { ...unanswered, url: `${api}/queues`, error: 'net::ERR_ABORTED', timings: lasted(5009) },
  ]),
  'quiet.one-request-given-up-after-five-seconds': harOf([
    page,
    { ...unanswered, error: 'net::ERR_ABORTED', timings: lasted(5006) },
  ]),
  'quiet.requests-given-up-when-the-person-liked': harOf([
    page,
    { ...unanswered, error: 'net::ERR_ABORTED', timings: lasted(4210) },
    { ...unanswered, url: `${api}/queues`, error: 'net::ERR_ABORTED', timings: lasted(7312) },
  ]),
});
