import { refused, signedIn } from '../../../testing/auth-steps.ts';
import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { page } from '../../../testing/names.ts';
import { refreshLoop } from './rule.ts';

const renew: Step = {
  url: 'https://login.example.test/oauth2/token',
  method: 'POST',
  sent: 'grant_type=refresh_token&refresh_token=masked',
  body: { token_type: 'Bearer' },
};
const turnedAway = { ...refused, request: signedIn };
const sitting = { url: 'https://portal.example.test/sitzung/erneuern', method: 'POST', sent: {} };
const named: Step[] = [turnedAway, { ...sitting, body: { kennung: 'opaque-'.padEnd(32, '0') } }];
const reported: Step[] = [turnedAway, { ...sitting, url: 'https://portal.example.test/reports', body: {} }];
const round = [renew, { ...refused, request: signedIn }];

checkRule(refreshLoop, import.meta.url, {
  'finds.three-tokens-that-were-refused': harOf([page, ...round, ...round, ...round]),
  'finds.renewals-under-a-name-of-their-own': harOf([page, ...named, ...named, ...named, turnedAway]),
  'quiet.reports-of-refusals': harOf([page, ...reported, ...reported, ...reported, turnedAway]),
  'quiet.one-refresh-after-a-refusal': harOf([
    page,
    { ...refused, request: signedIn },
    renew,
    { ...refused, status: 200, body: [], request: signedIn },
  ]),
  'quiet.tokens-that-nobody-refused': harOf([page, renew, renew, renew, { ...refused, request: signedIn }]),
  'quiet.tokens-far-apart': harOf(
    [0, 40_000, 80_000].flatMap((atMs): Step[] => [
      { ...renew, atMs },
      { ...refused, request: signedIn, atMs: atMs + 200 },
    ]),
  ),
});
