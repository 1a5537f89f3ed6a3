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

checkRule(longPoll, import.meta.url, {
  'finds.question-that-is-asked-again-at-once': harOf([page, poll(200, 1), poll(30_210, 2), poll(60_220, 3)]),
  'quiet.long-wait-that-is-not-asked-again': harOf([page, poll(200, 1)]),
  'quiet.long-wait-that-is-asked-again-much-later': harOf([page, poll(200, 1), poll(90_000, 2)]),
});
