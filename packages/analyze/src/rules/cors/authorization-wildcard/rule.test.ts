import { checkRule } from '../../../testing/check-rule.ts';
import { leave, preflight } from '../../../testing/cors-steps.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page, portal } from '../../../testing/names.ts';
import { authorizationWildcard } from './rule.ts';

const wildcard = { ...leave, 'access-control-allow-headers': '*' };
const pair = (headers: string, response: Readonly<Record<string, string>>): Step[] => [
  { url: `${api}/users`, method: 'PUT', atMs: 200, body: {}, request: { origin: portal } },
  { ...preflight, response, request: { ...preflight.request, 'access-control-request-headers': headers } },
];

checkRule(authorizationWildcard, import.meta.url, {
  'finds.authorization-beside-a-wildcard': harOf([page, ...pair('authorization,trackingid', wildcard)]),
  'quiet.other-fields-beside-a-wildcard': harOf([page, ...pair('trackingid', wildcard)]),
  'quiet.authorization-by-its-name': harOf([
    page,
    ...pair('authorization', { ...leave, 'access-control-allow-headers': '*, Authorization' }),
  ]),
});
