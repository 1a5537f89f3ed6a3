import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, organisation, page, trackingId } from '../../../testing/names.ts';
import { waitDominates } from './rule.ts';

const slow = {
  url: `${api}/customers/${organisation}/locations/8/numbers?max=50`,
  trackingId: trackingId(6),
  body: { phoneNumbers: [] },
  timings: { blocked: 2, send: 0.3, wait: 6012, receive: 2.6 },
};
const poll = (atMs: number, cursor: number) => ({
  url: `${api}/events?since=${cursor}`,
  atMs,
  body: { events: [] },
  timings: { blocked: 1, send: 0.2, wait: 30_000, receive: 1 },
});

checkRule(waitDominates, import.meta.url, {
  'finds.service-that-took-six-seconds': harOf([
    page,
    { ...slow, response: { 'x-envoy-upstream-service-time': '5987' } },
  ]),
  'finds.time-that-passed-before-the-service': harOf([
    page,
    { ...slow, response: { 'server-timing': 'cache;desc="miss", app;dur=41.5' } },
  ]),
  'finds.several-locations-as-one-with-the-slowest-first': harOf([
    page,
    {
      ...slow,
      url: `${api}/customers/${organisation}/locations/9/numbers`,
      timings: { send: 0, wait: 1800, receive: 2 },
    },
    slow,
  ]),
  'quiet.long-poll': harOf([page, poll(200, 1), poll(30_210, 2), poll(60_220, 3)]),
  'quiet.wait-unknown': harOf([
    page,
    { ...slow, timings: { blocked: 3000, send: -1, wait: -1, receive: -1 } },
  ]),
  'quiet.slow-download': harOf([
    page,
    { ...slow, timings: { blocked: 1, send: 0.2, wait: 80, receive: 4200 } },
  ]),
  'quiet.event-stream': harOf([
    page,
    { ...slow, type: 'eventsource', mimeType: 'text/event-stream', body: 'data: 1\n\n' },
  ]),
  'quiet.failed-request-whose-wait-belongs-to-its-failure': harOf([
    page,
    { ...slow, status: 504, body: { message: 'Gateway Timeout' } },
  ]),
});
