import { checkRule } from '../../../testing/check-rule.ts';
import { answeredWith, worked } from '../../../testing/cors-steps.ts';
import { portal } from '../../../testing/names.ts';
import { noAllowCredentials } from './rule.ts';

checkRule(noAllowCredentials, import.meta.url, {
  'finds.origin-without-credentials': answeredWith({ 'access-control-allow-origin': portal }),
  'finds.true-in-upper-case': answeredWith({
    'access-control-allow-origin': portal,
    'access-control-allow-credentials': 'True',
  }),
  'quiet.answers-that-allow-the-page': worked,
  'quiet.answer-that-allows-everything': answeredWith({
    'access-control-allow-origin': portal,
    'access-control-allow-credentials': 'true',
  }),
});
