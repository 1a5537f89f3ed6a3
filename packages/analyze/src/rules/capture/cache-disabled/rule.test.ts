import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { cacheDisabled } from './rule.ts';

const fresh = { 'cache-control': 'no-cache', pragma: 'no-cache' };
const calls = [1, 2, 3, 4, 5, 6, 7, 8].map((user) => ({ url: `${api}/users/${user}`, body: { id: user } }));

checkRule(cacheDisabled, import.meta.url, {
  'finds.fresh-copies-asked-for-by-all': harOf([page, ...calls].map((step) => ({ ...step, request: fresh }))),
  'quiet.reload-of-the-page-alone': harOf([{ ...page, request: fresh }, ...calls]),
  'quiet.cache-in-use': harOf([page, ...calls]),
});
