import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, organisation, page, trackingId } from '../../../testing/names.ts';
import { server } from './rule.ts';

const slow: Step = {
  url: `${api}/customers/${organisation}/locations/8/numbers?max=50`,
  trackingId: trackingId(6),
  body: { phoneNumbers: [] },
  timings: { blocked: 2, send: 0.3, wait: 6012, receive: 2.6 },
};
const envoy = (ms: number) => ({ 'x-envoy-upstream-service-time': `${ms}` });
const poll = (atMs: number, cursor: number): Step => ({
  url: `${api}/events?since=${cursor}`,
  atMs,
  body: { events: [] },
  response: envoy(29_990),
  timings: { blocked: 1, send: 0.2, wait: 30_000, receive: 1 },
});
/** A host on which everything takes half a second. */
const leisurely = Array.from(
  { length: 9 },
  (_, index): Step => ({
    url: `${api}/reports/${index}`,
    body: { report: index },
    timings: { send: 0.2, wait: 500, receive: 1 },
  }),
);

checkRule(server, import.meta.url, {
  'finds.service-that-took-six-seconds': harOf([page, { ...slow, response: envoy(5987) }]),
  'finds.database-that-server-timing-names': harOf([
    page,
    { ...slow, response: { 'server-timing': 'db;dur=5350;desc="numbers", app;dur=632' } },
  ]),
  'finds.wait-that-is-unusual-for-its-host': harOf([page, ...leisurely, { ...slow, response: envoy(5987) }]),
  'finds.wait-before-a-long-download': harOf([
    page,
    { ...slow, response: envoy(1195), timings: { send: 0.3, wait: 1200, receive: 1200 } },
  ]),
  'finds.several-locations-as-one-with-the-slowest-first': harOf([
    page,
    {
      ...slow,
      url: `${api}/customers/${organisation}/locations/9/numbers`,
      response: envoy(1790),
      timings: { send: 0, wait: 1800, receive: 2 },
    },
    { ...slow, response: envoy(5987) },
  ]),
  'quiet.wait-that-is-usual-for-its-host': harOf([
    page,
    ...leisurely,
    { ...slow, response: envoy(1290), timings: { send: 0.2, wait: 1300, receive: 1 } },
  ]),
  'quiet.long-poll': harOf([page, poll(200, 1), poll(30_210, 2), poll(60_220, 3)]),
  'quiet.wait-unknown': harOf([
    page,
    { ...slow, response: envoy(2900), timings: { blocked: 3000, send: -1, wait: -1, receive: -1 } },
  ]),
  'quiet.event-stream': harOf([
    page,
    {
      ...slow,
      response: envoy(6000),
      type: 'eventsource',
      mimeType: 'text/event-stream',
      body: 'data: 1\n\n',
    },
  ]),
  'quiet.failed-request-whose-wait-belongs-to-its-failure': harOf([
    page,
    { ...slow, status: 504, response: envoy(6000), body: { message: 'Gateway Timeout' } },
  ]),
});
