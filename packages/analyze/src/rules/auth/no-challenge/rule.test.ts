import { refused, signedIn } from '../../../testing/auth-steps.ts';
import { checkRule } from '../../../testing/check-rule.ts';
import { harOf } from '../../../testing/har-of.ts';
import { page } from '../../../testing/names.ts';
import { noChallenge } from './rule.ts';

checkRule(noChallenge, import.meta.url, {
  'finds.refusal-that-does-not-say-how-to-sign-in': harOf([
    page,
    { ...refused, response: {}, request: signedIn },
    { ...refused, response: {}, request: signedIn },
  ]),
  'quiet.refusal-with-a-challenge': harOf([page, { ...refused, request: signedIn }]),
  'quiet.forbidden': harOf([page, { ...refused, status: 403, response: {}, request: signedIn }]),
});
