import { checkRule } from '../../../testing/check-rule.ts';
import { leave, preflightWith, worked } from '../../../testing/cors-steps.ts';
import { preflightNoAllowCredentials } from './rule.ts';

checkRule(preflightNoAllowCredentials, import.meta.url, {
  'finds.everything-but-credentials': preflightWith(leave),
  'quiet.everything-with-credentials': preflightWith({
    ...leave,
    'access-control-allow-credentials': 'true',
  }),
  'quiet.preflight-and-request-that-worked': worked,
});
