import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { truncated } from './rule.ts';

const whole = JSON.stringify(harOf([page, { url: `${api}/users`, body: { users: [] } }]), null, 2);

checkRule(truncated, import.meta.url, {
  'finds.file-that-ends-inside-an-entry': whole.slice(0, whole.lastIndexOf('_transferSize')),
  'quiet.whole-file': `${whole}\n`,
  'quiet.whole-file-with-padding': `${whole}\n\n   \n`,
});
