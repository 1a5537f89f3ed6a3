import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { damaged } from './rule.ts';

const whole = JSON.stringify(
  harOf([
    page,
    { url: `${api}/users`, body: { users: [] } },
    { url: `${api}/locations`, body: { locations: [] } },
  ]),
  null,
  2,
);

checkRule(damaged, import.meta.url, {
  // Somebody searched for a value and replaced it together with its quotes.
  'finds.value-replaced-with-its-quotes': whole.replace('"203.0.113.7"', 'removed'),
  'quiet.whole-file': whole,
  'quiet.odd-but-sound-file': whole.replaceAll('"time": 120', '"time": "120"'),
});
