import { checkRule } from '../../../testing/check-rule.ts';
import { answeredWith, worked } from '../../../testing/cors-steps.ts';
import { portal } from '../../../testing/names.ts';
import { allowOriginMismatch } from './rule.ts';

checkRule(allowOriginMismatch, import.meta.url, {
  'finds.answer-for-another-origin': answeredWith({
    'access-control-allow-origin': 'https://other.example.test',
  }),
  'finds.origin-with-a-slash-at-its-end': answeredWith({ 'access-control-allow-origin': `${portal}/` }),
  'quiet.answers-that-allow-the-page': worked,
  'quiet.wildcard': answeredWith({ 'access-control-allow-origin': '*' }),
});
