import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { longPoll } from './rule.ts';

const poll = (atMs: number, cursor: number): Step => ({
  url: `${api}/events?since=${cursor}`,
  atMs,
  body: { events: [] },
  timings: { blocked: 1, send: 0.2, wait: 30_000, receive: 1 },
});

/** Answered as soon as there is news, and asked again in the same breath. */
const held = (waits: readonly number[], url: (at: number) => string, pauseMs = 90): Step[] => {
  let atMs = 200;
  return waits.map((wait, at) => {
    const step = { ...poll(atMs, 0), url: url(at), timings: { blocked: 1, send: 0.2, wait, receive: 1 } };
    atMs += wait + pauseMs;
    return step;
  });
};

checkRule(longPoll, import.meta.url, {
  'finds.question-that-is-asked-again-at-once': harOf([page, poll(200, 1), poll(30_210, 2), poll(60_220, 3)]),
  'finds.address-that-says-so': harOf([
    page,
    ...held([1700, 420, 3650], (at) => `${api}/events/poll?since=${at}`),
  ]),
  'finds.wait-that-the-client-asked-for': harOf([
    page,
    ...held([8000, 3100], (at) => `https://chat.example.test/client/v3/sync?timeout=30000&since=s${at}`),
  ]),
  'finds.question-that-is-asked-in-one-breath-again-and-again': harOf([
    page,
    ...held([12_000, 12_000, 7400], (at) => `https://portal.example.test/hub/notify?id=a&_=17410${at}`),
  ]),
  'quiet.report-with-a-time-limit': harOf([page, ...held([8000], () => `${api}/reports/run?timeout=60`)]),
  'quiet.slow-answer-that-a-timer-asks-for': harOf([
    page,
    ...held([6000, 6100, 5900], () => `${api}/state`, 1000),
  ]),
  'quiet.pages-of-a-slow-export': harOf([
    page,
    ...held([7000, 7000, 7000], (at) => `${api}/export?cursor=a${at}`, 10),
  ]),
  'quiet.slow-items-one-after-another': harOf([
    page,
    ...held([6000, 6100, 5900], (at) => `${api}/calls/${at}`, 20),
  ]),
  'quiet.survey': harOf([page, ...held([1700, 1600], (at) => `${api}/poll/${at + 1}/votes`)]),
  'quiet.long-wait-that-is-not-asked-again': harOf([page, poll(200, 1)]),
  'quiet.long-wait-that-is-asked-again-much-later': harOf([page, poll(200, 1), poll(90_000, 2)]),
});
