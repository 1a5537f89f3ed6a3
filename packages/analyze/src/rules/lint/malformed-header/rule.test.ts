import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { malformedHeader } from './rule.ts';

const answer = (response: Readonly<Record<string, string>>, more: Partial<Step> = {}): Step => ({
  url: `${api}/numbers`,
  body: { numbers: [] },
  response,
  ...more,
});

checkRule(malformedHeader, import.meta.url, {
  'finds.age-with-a-unit': harOf([page, answer({ 'cache-control': 'max-age=1h' })]),
  'finds.quote-that-is-not-closed': harOf([page, answer({ 'cache-status': 'edge; hit; key="numbers' })]),
  'finds.tag-without-quotes': harOf([page, answer({ etag: '3f9a1c2b' })]),
  'finds.priority-that-does-not-exist': harOf([page, answer({ priority: 'u=9;;i' })]),
  'quiet.fields-in-order': harOf([
    page,
    answer({
      'cache-control': 'max-age=60, stale-while-revalidate=30',
      etag: 'W/"7"',
      priority: 'u=1, i',
      age: '12',
    }),
  ]),
  'quiet.wait-until-a-date': harOf([page, answer({ 'retry-after': 'Tue, 04 Mar 2025 10:30:00 GMT' })]),
  'quiet.bad-date-is-another-remark': harOf([page, answer({ expires: 'never' })]),
});
