import { beginsAt, refusedWith } from '../../../testing/auth-steps.ts';
import { checkRule } from '../../../testing/check-rule.ts';
import { tokenAudience } from './rule.ts';

const claims = { aud: 'portal', iss: 'https://login.example.test', exp: beginsAt + 3600 };

checkRule(tokenAudience, import.meta.url, {
  'finds.token-for-another-service': refusedWith(claims, { body: { message: 'The audience is invalid.' } }),
  'finds.token-of-another-sign-in': refusedWith(claims, { body: { message: 'Untrusted issuer.' } }),
  'quiet.refusal-for-another-reason': refusedWith(claims),
  'quiet.token-without-the-claim': refusedWith(
    { exp: beginsAt + 3600 },
    { body: { message: 'Bad audience.' } },
  ),
});
