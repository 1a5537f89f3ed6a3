import { checkRule } from '../../../testing/check-rule.ts';
import { answeredWith, worked } from '../../../testing/cors-steps.ts';
import { portal } from '../../../testing/names.ts';
import { multipleAllowOrigin } from './rule.ts';

checkRule(multipleAllowOrigin, import.meta.url, {
  'finds.list-of-origins': answeredWith({
    'access-control-allow-origin': `${portal}, https://other.example.test`,
  }),
  'finds.field-that-two-added': answeredWith({
    'access-control-allow-origin': portal,
    'Access-Control-Allow-Origin': '*',
  }),
  'quiet.answers-that-allow-the-page': worked,
});
