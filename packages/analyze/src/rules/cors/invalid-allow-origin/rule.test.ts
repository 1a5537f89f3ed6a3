import { checkRule } from '../../../testing/check-rule.ts';
import { answeredWith, worked } from '../../../testing/cors-steps.ts';
import { invalidAllowOrigin } from './rule.ts';

checkRule(invalidAllowOrigin, import.meta.url, {
  'finds.host-without-a-scheme': answeredWith({ 'access-control-allow-origin': 'portal.example.test' }),
  'finds.empty-field': answeredWith({ 'access-control-allow-origin': '' }),
  'quiet.origin-of-somebody-else': answeredWith({
    'access-control-allow-origin': 'https://other.example.test',
  }),
  'quiet.answers-that-allow-the-page': worked,
});
