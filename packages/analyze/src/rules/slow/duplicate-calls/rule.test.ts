import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { duplicateCalls } from './rule.ts';

const call: Step = { url: `${api}/users/me`, body: { id: 7, name: 'Avery' } };
const times = (count: number, every: number, step: Step = call) =>
  Array.from({ length: count }, (_, at): Step => ({ ...step, atMs: 200 + at * every }));

checkRule(duplicateCalls, import.meta.url, {
  'finds.same-user-asked-four-times': harOf([page, ...times(4, 30)]),
  'finds.two-reads-as-information': harOf([page, ...times(2, 30)]),
  'finds.order-that-was-sent-twice': harOf([
    page,
    ...times(2, 90, { url: `${api}/orders`, method: 'POST', sent: { item: 4 }, body: { state: 'accepted' } }),
  ]),
  'finds.reads-that-the-browser-sent-one-after-another': harOf([
    page,
    { ...call, atMs: 200, timings: { blocked: 2, send: 0.2, wait: 1600, receive: 1 } },
    {
      ...call,
      atMs: 201,
      timings: { blocked: 1604, _blocked_queueing: 2, send: 0.2, wait: 1600, receive: 1 },
    },
  ]),
  'quiet.pages-that-were-opened-one-after-another': harOf([
    page,
    { ...call, atMs: 200 },
    { ...page, atMs: 600 },
    { ...call, atMs: 800 },
    { ...page, atMs: 1200 },
    { ...call, atMs: 1400 },
  ]),
  'quiet.asked-again-later': harOf([page, ...times(3, 5000)]),
  'quiet.answers-that-differ': harOf([page, ...times(3, 30).map((step, at) => ({ ...step, body: { at } }))]),
  'quiet.timer': harOf([page, ...times(6, 1000)]),
  'quiet.usage-statistics': harOf([
    page,
    ...times(3, 30, { url: `${api}/telemetry`, method: 'POST', sent: { clicks: 1 }, body: { ok: true } }),
  ]),
  'quiet.other-bodies-to-one-address': harOf([
    page,
    ...times(3, 30, { url: `${api}/search`, method: 'POST', body: { hits: [] } }).map((step, at) => ({
      ...step,
      sent: { query: `q${at}` },
    })),
  ]),
});
