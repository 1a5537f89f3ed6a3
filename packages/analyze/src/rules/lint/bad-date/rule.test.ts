import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { badDate } from './rule.ts';

const answer = (response: Readonly<Record<string, string>>, more: Partial<Step> = {}): Step => ({
  url: `${api}/numbers`,
  body: { numbers: [] },
  response,
  ...more,
});

checkRule(badDate, import.meta.url, {
  'finds.words-for-a-date': harOf([page, answer({ 'last-modified': 'yesterday at noon' })]),
  'finds.day-that-does-not-exist': harOf([page, answer({ expires: 'Thu, 32 Jan 2026 10:00:00 GMT' })]),
  'finds.seconds-that-were-meant-for-max-age': harOf([page, answer({ expires: '3600' })]),
  'quiet.right-dates': harOf([
    page,
    answer({ date: 'Tue, 04 Mar 2025 09:30:00 GMT', expires: 'Tue, 04 Mar 2025 10:30:00 GMT' }),
  ]),
  'quiet.zero-that-means-over': harOf([page, answer({ expires: '0' })]),
  'quiet.third-party': harOf([page, answer({ expires: 'never' }, { url: 'https://ads.example.net/x' })]),
});
