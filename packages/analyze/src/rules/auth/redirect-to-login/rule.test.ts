import { signedIn, signIn } from '../../../testing/auth-steps.ts';
import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page, portal, trackingId } from '../../../testing/names.ts';
import { redirectToLogin } from './rule.ts';

const bounced: Step = {
  url: `${portal}/api/users`,
  status: 302,
  trackingId: trackingId(4),
  mimeType: 'text/html',
  response: { location: `${signIn}?state=masked` },
};
const signInPage: Step = {
  url: `${signIn}?state=masked`,
  error: 'net::ERR_FAILED',
  mimeType: 'text/html',
  body: null,
  request: { origin: portal },
};

checkRule(redirectToLogin, import.meta.url, {
  'finds.data-that-was-asked-for-after-the-session': harOf([page, bounced]),
  'finds.session-that-ended-for-several-calls-once': harOf([
    page,
    bounced,
    { ...bounced, url: `${bounced.url}/devices` },
  ]),
  'finds.sign-in-in-another-language': harOf([
    page,
    { ...bounced, response: { location: 'https://portal.example.test/connexion?suite=%2Fapi' } },
  ]),
  'finds.sign-in-and-its-cors-error-as-one': harOf([page, bounced, signInPage]),
  'finds.request-that-worked-later-as-warning': harOf([
    page,
    bounced,
    { ...bounced, status: 200, response: {}, mimeType: 'application/json', body: [] },
  ]),
  'quiet.document-that-leads-to-the-sign-in': harOf([
    { ...bounced, url: `${portal}/users`, type: 'document' },
  ]),
  'quiet.data-that-moved': harOf([
    page,
    { ...bounced, response: { location: `${api}/users` }, request: signedIn },
  ]),
  'quiet.sign-in-service-that-redirects-to-itself': harOf([
    page,
    { ...bounced, url: 'https://login.example.test/session' },
  ]),
});
