import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { noReuse } from './rule.ts';

const opening = (user: number): Step => ({
  url: `${api}/users/${user}`,
  httpVersion: 'http/1.1',
  body: { id: user },
  response: { connection: 'close' },
  timings: { blocked: 1, dns: 0, connect: 160, ssl: 150, send: 0.2, wait: 20, receive: 1 },
  atMs: user * 200,
});
const five = [1, 2, 3, 4, 5].map(opening);

checkRule(noReuse, import.meta.url, {
  'finds.server-that-closes-after-each-answer': harOf([page, ...five]),
  'finds.connections-closed-without-a-word': harOf([
    page,
    ...five.map((step) => ({ ...step, response: {} })),
  ]),
  'finds.connections-closed-after-each-pair-of-requests': harOf([
    page,
    ...five.flatMap((step, at) => [step, { ...step, url: `${api}/photos/${at}` }]),
  ]),
  'finds.requests-that-wait-for-their-turn-and-open-again': harOf([
    page,
    ...Array.from({ length: 12 }, (_, at) => {
      const waves = Math.floor(at / 3);
      const blocked = 1 + waves * 182.2;
      return {
        ...opening(at),
        atMs: 200,
        timings: { blocked, dns: 0, connect: 160, ssl: 150, send: 0.2, wait: 20, receive: 1 },
      };
    }),
  ]),
  'quiet.host-that-keeps-one-of-two-connections': harOf([
    page,
    ...five.flatMap((step, at) => [
      { ...step, url: `${api}/photos/${at}`, timings: { send: 0.2, wait: 20, receive: 1 } },
      step,
    ]),
  ]),
  'quiet.connections-for-parallel-requests': harOf([page, ...five.map((step) => ({ ...step, atMs: 200 }))]),
  'quiet.pauses-longer-than-keep-alive': harOf([
    page,
    ...five.map((step, at) => ({ ...step, atMs: 200 + at * 20_000 })),
  ]),
  'quiet.http-2': harOf([page, ...five.map((step) => ({ ...step, httpVersion: 'h2' }))]),
  'quiet.two-that-opened-again': harOf([
    page,
    ...five.map((step, at) => (at > 2 ? { ...step, timings: { send: 0.2, wait: 20, receive: 1 } } : step)),
  ]),
});
