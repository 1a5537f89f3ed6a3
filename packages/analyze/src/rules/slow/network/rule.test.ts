import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, organisation, page, trackingId } from '../../../testing/names.ts';
import { network } from './rule.ts';

const slow: Step = {
  url: `${api}/customers/${organisation}/locations/8/numbers?max=50`,
  trackingId: trackingId(6),
  body: { phoneNumbers: [] },
  timings: { blocked: 2, send: 0.3, wait: 6012, receive: 2.6 },
};
const envoy = (ms: number) => ({ 'x-envoy-upstream-service-time': `${ms}` });

checkRule(network, import.meta.url, {
  'finds.time-that-passed-before-the-service': harOf([
    page,
    { ...slow, response: { 'server-timing': 'cache;desc="miss", app;dur=41.5' } },
  ]),
  'finds.gateway-that-held-the-request': harOf([page, { ...slow, response: envoy(41) }]),
  'quiet.service-that-took-most-of-it': harOf([page, { ...slow, response: envoy(5000) }]),
  'quiet.rest-too-short-to-look-for': harOf([
    page,
    { ...slow, response: envoy(640), timings: { send: 0.2, wait: 1040, receive: 1 } },
  ]),
  'quiet.answer-without-the-services-clock': harOf([page, slow]),
});
