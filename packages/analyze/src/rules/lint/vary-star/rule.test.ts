import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { varyStar } from './rule.ts';

const answer = (response: Readonly<Record<string, string>>, more: Partial<Step> = {}): Step => ({
  url: `${api}/numbers`,
  body: { numbers: [] },
  response,
  ...more,
});

checkRule(varyStar, import.meta.url, {
  'finds.varies-by-everything': harOf([page, answer({ vary: '*' })]),
  'finds.star-among-names': harOf([page, answer({ vary: 'origin, *' })]),
  'quiet.varies-by-names': harOf([page, answer({ vary: 'origin, accept-encoding' })]),
  'quiet.third-party': harOf([page, answer({ vary: '*' }, { url: 'https://ads.example.net/x' })]),
});
