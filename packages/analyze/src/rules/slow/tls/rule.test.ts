import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { tls } from './rule.ts';

const opening: Step = {
  url: `${api}/users/7`,
  body: { id: 7 },
  timings: { blocked: 2, dns: 8, connect: 930, ssl: 900, send: 0.2, wait: 40, receive: 1 },
};
const again: Step = { ...opening, url: `${api}/users/8` };
const brief: Step = {
  ...opening,
  timings: { blocked: 2, dns: 8, connect: 380, ssl: 350, send: 0.2, wait: 40, receive: 1 },
};

checkRule(tls, import.meta.url, {
  'finds.one-that-took-most-of-a-second': harOf([page, opening]),
  'finds.two-that-took-longer-than-usual': harOf([page, brief, { ...brief, url: again.url }]),
  'quiet.burst-beside-an-opening-that-was-quick': harOf([
    page,
    { ...opening, timings: { blocked: 2, dns: 8, connect: 70, ssl: 50, send: 0.2, wait: 40, receive: 1 } },
    ...['a', 'b', 'c'].map((name): Step => ({ ...brief, url: `${api}/users/${name}`, atMs: 900 })),
  ]),
  'finds.two-at-different-times-beside-one-that-was-quick': harOf([
    page,
    { ...opening, timings: { blocked: 2, dns: 8, connect: 70, ssl: 50, send: 0.2, wait: 40, receive: 1 } },
    { ...brief, atMs: 900 },
    { ...brief, url: again.url, atMs: 9000 },
  ]),
  'quiet.first-call-a-little-slow': harOf([page, brief]),
  'quiet.connection-that-was-used-again': harOf([
    page,
    { ...opening, timings: { blocked: 1, send: 0.2, wait: 40, receive: 1 } },
    { ...again, timings: { blocked: 1, send: 0.2, wait: 40, receive: 1 } },
  ]),
});
