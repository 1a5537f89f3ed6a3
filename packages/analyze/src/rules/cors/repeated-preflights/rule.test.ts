import { checkRule } from '../../../testing/check-rule.ts';
import { leave, preflight } from '../../../testing/cors-steps.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page, portal } from '../../../testing/names.ts';
import { repeatedPreflights } from './rule.ts';

const pair = (times: number, response: Readonly<Record<string, string>>, request = {}): Step[] =>
  Array.from({ length: times }, (_, at) => at * 6000 + 1000).flatMap((atMs) => [
    { url: `${api}/users`, method: 'PUT', atMs, body: {}, request: { origin: portal } },
    { ...preflight, atMs: atMs - 4, response, request: { ...preflight.request, ...request } },
  ]);

checkRule(repeatedPreflights, import.meta.url, {
  'finds.five-preflights-without-a-time': harOf([page, ...pair(5, leave)]),
  'quiet.four-preflights': harOf([page, ...pair(4, leave)]),
  'quiet.preflights-with-a-time': harOf([page, ...pair(6, { ...leave, 'access-control-max-age': '5' })]),
  'quiet.cache-that-was-switched-off': harOf([page, ...pair(6, leave, { 'cache-control': 'no-cache' })]),
});
