import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { retryStorm } from './rule.ts';

const failing = (atMs: number, step: Partial<Step> = {}): Step => ({
  url: `${api}/users`,
  atMs,
  status: 503,
  body: { message: 'Service unavailable' },
  ...step,
});

checkRule(retryStorm, import.meta.url, {
  'finds.six-attempts-without-a-pause': harOf([
    page,
    ...[0, 1, 2, 3, 4, 5].map((at) => failing(200 + at * 200)),
  ]),
  'finds.attempts-against-retry-after': harOf([
    page,
    ...[0, 1, 2, 3].map((at) =>
      failing(200 + at * 5000, {
        status: 429,
        response: { 'retry-after': '30' },
        body: { message: 'Too many requests' },
      }),
    ),
  ]),
  'finds.attempts-against-a-date-in-retry-after': harOf([
    page,
    ...[0, 1, 2, 3].map((at) =>
      failing(200 + at * 3000, {
        response: { 'retry-after': 'Tue, 04 Mar 2025 09:31:30 GMT', date: 'Tue, 04 Mar 2025 09:30:00 GMT' },
      }),
    ),
  ]),
  'finds.attempts-whose-gaps-waver-and-do-not-grow': harOf([
    page,
    ...[0, 200, 420, 720, 1100].map((at) => failing(200 + at)),
  ]),
  'finds.attempts-that-number-themselves': harOf([
    page,
    ...[0, 1, 2, 3, 4].map((at) =>
      failing(200 + at * 200, { url: `${api}/users?attempt=${at + 1}&_=17${at}` }),
    ),
  ]),
  'finds.attempts-that-worked-in-the-end-as-a-warning': harOf([
    page,
    ...[0, 1, 2, 3].map((at) => failing(200 + at * 200)),
    { url: `${api}/users`, atMs: 1100, body: { users: [] } },
  ]),
  'quiet.attempts-that-wait-until-the-date-in-retry-after': harOf([
    page,
    ...[0, 1, 2, 3].map((at) =>
      failing(200 + at * 3000, {
        response: { 'retry-after': 'Tue, 04 Mar 2025 09:30:02 GMT', date: 'Tue, 04 Mar 2025 09:30:00 GMT' },
      }),
    ),
  ]),
  'quiet.event-stream-that-the-browser-asks-for-again': harOf([
    page,
    ...[0, 1, 2, 3].map((at) =>
      failing(200 + at * 61_000, {
        status: 200,
        type: 'eventsource',
        mimeType: 'text/event-stream',
        error: 'net::ERR_INCOMPLETE_CHUNKED_ENCODING',
        body: 'data: 1\n\n',
        timings: { blocked: 1, send: 0, wait: 40, receive: 60_000 },
      }),
    ),
  ]),
  'quiet.pauses-that-grow': harOf([page, ...[0, 400, 1100, 2400, 4900].map((at) => failing(200 + at))]),
  'quiet.three-attempts': harOf([page, ...[0, 1, 2].map((at) => failing(200 + at * 200))]),
  'quiet.requests-sent-side-by-side': harOf([page, ...[0, 1, 2, 3, 4].map((at) => failing(200 + at))]),
  'quiet.timer-of-ten-seconds': harOf([page, ...[0, 1, 2, 3, 4].map((at) => failing(200 + at * 10_000))]),
});
