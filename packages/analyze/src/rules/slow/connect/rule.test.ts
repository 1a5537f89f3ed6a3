import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { connect } from './rule.ts';

const opening: Step = {
  url: `${api}/users/7`,
  body: { id: 7 },
  timings: { blocked: 2, dns: 8, connect: 820, ssl: 20, send: 0.2, wait: 40, receive: 1 },
};
const again: Step = { ...opening, url: `${api}/users/8` };
const brief: Step = {
  ...opening,
  timings: { blocked: 2, dns: 8, connect: 310, ssl: 20, send: 0.2, wait: 40, receive: 1 },
};

checkRule(connect, import.meta.url, {
  'finds.one-that-took-most-of-a-second': harOf([page, opening]),
  'finds.two-that-took-longer-than-usual': harOf([page, brief, { ...brief, url: again.url }]),
  'quiet.first-call-a-little-slow': harOf([page, brief]),
  'quiet.tls-that-playwright-counts-twice': harOf(
    [
      page,
      {
        ...opening,
        timings: { dns: 0, connect: 899, ssl: 898, send: 0, wait: 3, receive: 9 },
        more: { entry: { time: 1809 } },
      },
    ],
    'Playwright',
  ),
  'quiet.connection-that-was-used-again': harOf([
    page,
    { ...opening, timings: { blocked: 1, send: 0.2, wait: 40, receive: 1 } },
    { ...again, timings: { blocked: 1, send: 0.2, wait: 40, receive: 1 } },
  ]),
});
