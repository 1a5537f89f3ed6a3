import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { stalled } from './rule.ts';

const running = (user: number): Step => ({
  url: `${api}/users/${user}`,
  httpVersion: 'http/1.1',
  atMs: 200,
  body: { id: user },
  timings: { blocked: 1, send: 0.2, wait: 900, receive: 1 },
});
const waiting: Step = {
  url: `${api}/users/7`,
  httpVersion: 'http/1.1',
  atMs: 210,
  body: { id: 7 },
  timings: { blocked: 1300, send: 0.2, wait: 400, receive: 1 },
};

checkRule(stalled, import.meta.url, {
  'finds.seventh-request-to-one-host': harOf([page, ...[1, 2, 3, 4, 5, 6].map(running), waiting]),
  'finds.stall-over-http-2-without-the-limit': harOf([page, { ...waiting, httpVersion: 'http/2.0' }]),
  'quiet.short-stall': harOf([
    page,
    { ...waiting, timings: { blocked: 430, send: 0.2, wait: 80, receive: 1 } },
  ]),
  'quiet.stall-that-is-the-smaller-part': harOf([
    page,
    { ...waiting, timings: { blocked: 400, send: 0.2, wait: 700, receive: 1 } },
  ]),
});
