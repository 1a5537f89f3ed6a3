import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { secretInUrl } from './rule.ts';

const asked = (query: string, origin = api): Step => ({
  url: `${origin}/reports${query}`,
  body: { rows: 12 },
});
const value = ['s3cr', 'etvalue'].join('');

checkRule(secretInUrl, import.meta.url, {
  'finds.token-in-the-query': harOf([page, asked(`?access_token=${value}`)]),
  'finds.password-in-the-query': harOf([page, asked(`?user=avery&password=${value}`)]),
  'finds.password-before-the-host': harOf([page, asked('', `https://avery:${value}@api.example.test`)]),
  'quiet.page-token': harOf([page, asked(`?pageToken=${value}&max=50`)]),
  'quiet.code-of-a-sign-in': harOf([page, asked(`?code=${value}&state=${value}`)]),
  'quiet.switch': harOf([page, asked('?token=1')]),
  'quiet.third-party': harOf([page, asked(`?token=${value}`, 'https://ads.example.net')]),
});
