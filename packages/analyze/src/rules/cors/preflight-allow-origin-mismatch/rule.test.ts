import { checkRule } from '../../../testing/check-rule.ts';
import { leave, preflightWith, worked } from '../../../testing/cors-steps.ts';
import { portal } from '../../../testing/names.ts';
import { preflightAllowOriginMismatch } from './rule.ts';

checkRule(preflightAllowOriginMismatch, import.meta.url, {
  'finds.preflight-for-another-origin': preflightWith({
    ...leave,
    'access-control-allow-origin': 'https://other.example.test',
  }),
  'finds.preflight-with-a-list': preflightWith({ 'access-control-allow-origin': `${portal} ${portal}` }),
  'finds.preflight-for-no-origin': preflightWith({
    ...leave,
    'access-control-allow-origin': 'portal.example.test',
  }),
  'quiet.preflight-and-request-that-worked': worked,
});
