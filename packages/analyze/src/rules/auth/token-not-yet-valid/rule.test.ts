import { beginsAt, date, refusedWith } from '../../../testing/auth-steps.ts';
import { checkRule } from '../../../testing/check-rule.ts';
import { tokenNotYetValid } from './rule.ts';

checkRule(tokenNotYetValid, import.meta.url, {
  'finds.token-for-later': refusedWith({ nbf: beginsAt + 180 }, { response: date(0) }),
  'finds.token-made-in-the-future': refusedWith({ iat: beginsAt + 300 }, { response: date(0) }),
  'quiet.token-made-a-moment-ahead': refusedWith({ iat: beginsAt + 30 }, { response: date(0) }),
  'quiet.token-for-now': refusedWith({ nbf: beginsAt - 5, iat: beginsAt - 5 }, { response: date(0) }),
  'quiet.servers-clock-unknown': refusedWith({ nbf: beginsAt + 180 }),
});
