import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page, trackingId } from '../../../testing/names.ts';
import { timeoutChain } from './rule.ts';

const failing = (wait: number, message: string): Step => ({
  url: `${api}/reports/7`,
  status: 502,
  trackingId: trackingId(4),
  body: { message },
  timings: { blocked: 1, send: 0.2, wait, receive: 1 },
});

checkRule(timeoutChain, import.meta.url, {
  'finds.three-times-the-limit-inside': harOf([page, failing(30_060, 'reports: timed out after 10000ms')]),
  'finds.limit-in-seconds': harOf([page, failing(10_110, 'connect: 5 second timeout')]),
  'quiet.limit-that-was-reached-once': harOf([page, failing(10_030, 'reports: timed out after 10000ms')]),
  'quiet.time-that-is-no-multiple': harOf([page, failing(24_000, 'reports: timed out after 10000ms')]),
  'quiet.error-without-a-limit': harOf([page, failing(30_060, 'reports: timed out')]),
});
