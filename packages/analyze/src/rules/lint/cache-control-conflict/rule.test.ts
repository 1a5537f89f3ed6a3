import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { cacheControlConflict } from './rule.ts';

const answer = (response: Readonly<Record<string, string>>, more: Partial<Step> = {}): Step => ({
  url: `${api}/numbers`,
  body: { numbers: [] },
  response,
  ...more,
});

checkRule(cacheControlConflict, import.meta.url, {
  'finds.kept-and-not-kept': harOf([page, answer({ 'cache-control': 'no-store, max-age=3600' })]),
  'finds.public-and-private': harOf([page, answer({ 'cache-control': 'public, private, max-age=60' })]),
  'finds.two-ages': harOf([page, answer({ 'cache-control': 'max-age=60, max-age=600' })]),
  'quiet.usual-words-against-caching': harOf([
    page,
    answer({ 'cache-control': 'no-cache, no-store, must-revalidate, max-age=0' }),
  ]),
  'quiet.checked-each-time': harOf([page, answer({ 'cache-control': 'no-cache, max-age=600' })]),
  'quiet.own-remark-of-no-store-and-public': harOf([page, answer({ 'cache-control': 'public, no-store' })]),
});
