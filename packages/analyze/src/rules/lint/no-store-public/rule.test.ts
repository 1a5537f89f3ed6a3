import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { noStorePublic } from './rule.ts';

const answer = (response: Readonly<Record<string, string>>, more: Partial<Step> = {}): Step => ({
  url: `${api}/numbers`,
  body: { numbers: [] },
  response,
  ...more,
});

checkRule(noStorePublic, import.meta.url, {
  'finds.public-but-not-kept': harOf([page, answer({ 'cache-control': 'public, no-store' })]),
  'quiet.public': harOf([page, answer({ 'cache-control': 'public, max-age=60' })]),
  'quiet.not-kept': harOf([page, answer({ 'cache-control': 'no-store' })]),
});
