import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { polling } from './rule.ts';

const ask = (count: number, every: (at: number) => number, step: Partial<Step> = {}) =>
  Array.from(
    { length: count },
    (_, at): Step => ({
      url: `${api}/jobs/7`,
      body: { state: 'running' },
      atMs: 200 + every(at),
      ...step,
    }),
  );

checkRule(polling, import.meta.url, {
  'finds.job-asked-every-second': harOf([page, ...ask(8, (at) => at * 1000 + (at % 2) * 20)]),
  'finds.two-parts-of-a-page-on-one-timer': harOf([
    page,
    ...ask(12, (at) => Math.floor(at / 2) * 400 + (at % 2) * 12),
  ]),
  'finds.timer-that-missed-a-beat': harOf([page, ...ask(8, (at) => at * 600 + (at > 3 ? 900 : 0))]),
  'finds.timer-that-is-set-anew-after-each-answer': harOf([
    page,
    ...[20, 300, 40, 900, 30, 420, 60].map((wait, at, waits) => ({
      url: `${api}/jobs/7`,
      body: { state: 'running' },
      atMs: 200 + waits.slice(0, at).reduce((sum, ms) => sum + ms + 252, 0),
      timings: { send: 1, wait, receive: 1 },
    })),
  ]),
  'quiet.script-that-asks-as-soon-as-it-can': harOf([
    page,
    ...[20, 300, 40, 900, 30, 420, 60].map((wait, at, waits) => ({
      url: `${api}/jobs/7`,
      body: { state: 'running' },
      atMs: 200 + waits.slice(0, at).reduce((sum, ms) => sum + ms + 6, 0),
      timings: { send: 1, wait, receive: 1 },
    })),
  ]),
  'quiet.asked-every-five-seconds': harOf([page, ...ask(8, (at) => at * 5000)]),
  'quiet.answers-that-change': harOf([
    page,
    ...ask(8, (at) => at * 1000).map((step, at) => ({ ...step, body: { progress: at } })),
  ]),
  'quiet.questions-of-a-person': harOf([page, ...ask(6, (at) => at * at * 400)]),
  'quiet.answers-held-back-by-the-server': harOf([
    page,
    ...ask(6, (at) => at * 1600, { timings: { send: 0.2, wait: 1500, receive: 1 } }),
  ]),
});
