import { checkRule } from '../../../testing/check-rule.ts';
import { leave, preflightWith, worked } from '../../../testing/cors-steps.ts';
import { preflightWildcard } from './rule.ts';

const wildcard = { ...leave, 'access-control-allow-origin': '*' };

checkRule(preflightWildcard, import.meta.url, {
  'finds.wildcard-beside-everything-else': preflightWith(wildcard),
  'quiet.wildcard-without-leave-for-a-field': preflightWith({
    ...wildcard,
    'access-control-allow-headers': 'content-type',
  }),
  'quiet.preflight-and-request-that-worked': worked,
});
