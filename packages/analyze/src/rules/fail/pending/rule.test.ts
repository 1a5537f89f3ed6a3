import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { pending } from './rule.ts';

const inFlight = {
  url: `${api}/export`,
  status: 0,
  timings: { blocked: -3490189, dns: -1, send: 0, wait: 0, receive: 0 },
};

checkRule(pending, import.meta.url, {
  'finds.two-requests-in-flight-as-one-finding': harOf([
    page,
    inFlight,
    { ...inFlight, url: `${api}/events` },
  ]),
  'finds.request-without-any-time-in-another-exporter': harOf(
    [page, { ...inFlight, timings: { send: 0, wait: 0, receive: 0 } }],
    'Firefox',
  ),
  'finds.request-of-which-only-the-sending-was-measured': harOf(
    [page, { ...inFlight, timings: { send: 0.001, wait: 0, receive: 0 } }],
    'mitmproxy',
  ),
  'quiet.request-that-broke': harOf([
    page,
    {
      ...inFlight,
      error: 'net::ERR_CONNECTION_RESET',
      timings: { blocked: 12, send: 0, wait: 0, receive: 0 },
    },
  ]),
  'quiet.answered-at-once-from-the-cache': harOf([
    page,
    { url: `${api}/export`, body: {}, timings: { blocked: -1, send: 0, wait: 0, receive: 0 } },
  ]),
});
