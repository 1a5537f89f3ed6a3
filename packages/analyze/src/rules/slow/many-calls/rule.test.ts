import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { manyCalls } from './rule.ts';

const calls = Array.from(
  { length: 12 },
  (_, index): Step => ({
    url: `${api}/users/${1000 + index}/presence`,
    atMs: 200 + index * 4,
    body: { user: index, state: 'active' },
    timings: { send: 0.2, wait: 60 + index, receive: 1 },
  }),
);

checkRule(manyCalls, import.meta.url, {
  'finds.presence-of-each-user-alone': harOf([page, ...calls]),
  'finds.calls-of-which-the-service-refused-the-last': harOf([
    page,
    ...calls.map((call, at) => ({
      ...call,
      url: `${api}/people/p-${100 + at}`,
      ...(at > 9 ? { status: 429, response: { 'retry-after': '10' }, body: { message: 'Too many' } } : {}),
    })),
  ]),
  'quiet.nine-calls': harOf([page, ...calls.slice(0, 9)]),
  'quiet.pages-of-a-list': harOf([
    page,
    ...calls.map((call, at) => ({ ...call, url: `${api}/users?offset=${at * 50}` })),
  ]),
  'quiet.spread-over-a-minute': harOf([
    page,
    ...calls.map((call, at) => ({ ...call, atMs: 200 + at * 5000 })),
  ]),
  'quiet.graphql': harOf([
    page,
    ...calls.map((call, at) => ({
      ...call,
      url: `${api}/graphql`,
      method: 'POST',
      sent: { query: `{ user${at} }` },
    })),
  ]),
  'quiet.pictures': harOf([
    page,
    ...calls.map((call) => ({ ...call, type: 'image', mimeType: 'image/png', body: null })),
  ]),
});
