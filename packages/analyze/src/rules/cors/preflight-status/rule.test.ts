import { checkRule } from '../../../testing/check-rule.ts';
import { leave, preflightWith, worked } from '../../../testing/cors-steps.ts';
import { preflightStatus } from './rule.ts';

checkRule(preflightStatus, import.meta.url, {
  'finds.preflight-that-has-no-route': preflightWith(leave, { status: 404 }),
  'quiet.refusal-that-lacks-the-origin-first': preflightWith({}, { status: 403 }),
  'quiet.preflight-and-request-that-worked': worked,
});
