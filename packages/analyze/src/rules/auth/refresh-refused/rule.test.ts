import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { page, trackingId } from '../../../testing/names.ts';
import { refreshRefused } from './rule.ts';

const renew: Step = {
  url: 'https://login.example.test/oauth2/token',
  method: 'POST',
  status: 400,
  trackingId: trackingId(3),
  sent: 'grant_type=refresh_token&refresh_token=masked',
  body: { error: 'invalid_grant', error_description: 'The session has ended.' },
};

checkRule(refreshRefused, import.meta.url, {
  'finds.session-that-cannot-be-renewed': harOf([page, renew]),
  'finds.refusals-around-it-as-what-follows': harOf([
    page,
    {
      url: 'https://api.example.test/users',
      status: 401,
      body: { message: 'Sign in again' },
      request: { authorization: 'Bearer masked' },
    },
    renew,
  ]),
  'finds.code-alone': harOf([page, { ...renew, body: { error: 'invalid_grant' } }]),
  'quiet.code-that-was-used-before': harOf([
    page,
    { ...renew, sent: 'grant_type=authorization_code&code=masked' },
  ]),
  'quiet.client-that-is-not-known': harOf([
    page,
    { ...renew, status: 401, body: { error: 'invalid_client' } },
  ]),
  'quiet.session-that-was-renewed': harOf([page, { ...renew, status: 200, body: { expires_in: 3600 } }]),
});
