import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, organisation, page, trackingId } from '../../../testing/names.ts';
import { waitUnexplained } from './rule.ts';

const slow: Step = {
  url: `${api}/customers/${organisation}/locations/8/numbers?max=50`,
  trackingId: trackingId(6),
  body: { phoneNumbers: [] },
  timings: { blocked: 2, send: 0.3, wait: 6012, receive: 2.6 },
};
const envoy = (ms: number) => ({ 'x-envoy-upstream-service-time': `${ms}` });

checkRule(waitUnexplained, import.meta.url, {
  'finds.wait-that-nothing-explains': harOf([page, slow]),
  'finds.wait-beside-server-timing-without-durations': harOf([
    page,
    { ...slow, response: { 'server-timing': 'cache;desc="miss"' } },
  ]),
  'quiet.service-that-says-how-long-it-took': harOf([page, { ...slow, response: envoy(5987) }]),
  'quiet.short-wait': harOf([page, { ...slow, timings: { send: 0.2, wait: 940, receive: 1 } }]),
  'quiet.slow-download': harOf([
    page,
    { ...slow, timings: { blocked: 1, send: 0.2, wait: 80, receive: 4200 } },
  ]),
  'quiet.failed-request-whose-wait-belongs-to-its-failure': harOf([
    page,
    { ...slow, status: 504, body: { message: 'Gateway Timeout' } },
  ]),
});
