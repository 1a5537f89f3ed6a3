import { checkRule } from '../../../testing/check-rule.ts';
import { leave, preflight, preflightWith, unsent, worked } from '../../../testing/cors-steps.ts';
import { harOf } from '../../../testing/har-of.ts';
import { page } from '../../../testing/names.ts';
import { preflightMethod } from './rule.ts';

const credentials = { ...leave, 'access-control-allow-credentials': 'true' };

checkRule(preflightMethod, import.meta.url, {
  'finds.method-that-is-not-listed': preflightWith({ ...leave, 'access-control-allow-methods': 'GET, POST' }),
  'finds.list-that-is-no-list': preflightWith({ ...leave, 'access-control-allow-methods': 'GET PUT' }),
  'finds.wildcard-beside-credentials': preflightWith({ ...credentials, 'access-control-allow-methods': '*' }),
  'quiet.preflight-of-another-method-nearby': harOf([
    page,
    unsent,
    { ...preflight, response: { ...leave, 'access-control-allow-headers': '' } },
    {
      ...preflight,
      atMs: 201,
      response: { ...leave, 'access-control-allow-methods': 'GET' },
      request: { ...preflight.request, 'access-control-request-method': 'DELETE' },
    },
  ]),
  'quiet.preflight-and-request-that-worked': worked,
});
