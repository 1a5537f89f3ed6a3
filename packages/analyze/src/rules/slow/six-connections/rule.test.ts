import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { sixConnections } from './rule.ts';

const running = (user: number): Step => ({
  url: `${api}/users/${user}`,
  httpVersion: 'http/1.1',
  atMs: 200,
  body: { id: user },
  timings: { blocked: 1, send: 0.2, wait: 500 + user, receive: 1 },
});
const six = [1, 2, 3, 4, 5, 6].map(running);
const waiting: Step = {
  url: `${api}/users/7`,
  httpVersion: 'http/1.1',
  atMs: 201,
  body: { id: 7 },
  timings: { blocked: 504, _blocked_queueing: 2, send: 0.2, wait: 400, receive: 1 },
};

checkRule(sixConnections, import.meta.url, {
  'finds.seventh-request-to-one-host': harOf([page, ...six, waiting]),
  'finds.second-and-third-wave': harOf([
    page,
    ...six,
    waiting,
    { ...waiting, url: `${api}/users/8`, timings: { ...waiting.timings, blocked: 505 } },
    { ...waiting, url: `${api}/users/9`, timings: { ...waiting.timings, blocked: 907 } },
  ]),
  'quiet.seventh-request-over-http-2': harOf([
    page,
    ...six.map((step) => ({ ...step, httpVersion: 'h2' })),
    { ...waiting, httpVersion: 'h2' },
  ]),
  'quiet.stall-beside-five-others': harOf([page, ...six.slice(1), waiting]),
  'quiet.stall-that-ends-when-no-other-does': harOf([
    page,
    ...six,
    { ...waiting, timings: { ...waiting.timings, blocked: 250 } },
  ]),
  'quiet.request-that-opened-its-own-connection': harOf([
    page,
    ...six,
    { ...waiting, timings: { ...waiting.timings, connect: 30 } },
  ]),
});
