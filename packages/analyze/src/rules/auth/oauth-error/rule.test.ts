import { signIn } from '../../../testing/auth-steps.ts';
import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page, portal } from '../../../testing/names.ts';
import { oauthError } from './rule.ts';

const sentBack = (query: string): Step => ({
  url: `${signIn}?client_id=portal`,
  type: 'document',
  status: 302,
  mimeType: 'text/html',
  response: { location: `${portal}/callback?${query}&state=masked` },
});

checkRule(oauthError, import.meta.url, {
  'finds.scope-that-does-not-exist': harOf([
    page,
    sentBack('error=invalid_scope&error_description=Unknown%20scope%20users%3Aall'),
  ]),
  'finds.cancelled-sign-in-as-warning': harOf([page, sentBack('error=access_denied')]),
  'finds.silent-question-as-information': harOf([page, sentBack('error=login_required')]),
  'finds.client-that-the-token-endpoint-refuses': harOf([
    page,
    {
      url: 'https://login.example.test/oauth2/token',
      method: 'POST',
      status: 401,
      sent: 'grant_type=authorization_code&code=masked',
      body: { error: 'invalid_client', error_description: 'Unknown client.' },
    },
  ]),
  'quiet.error-of-an-application-in-a-redirect': harOf([
    page,
    { ...sentBack('error=17'), url: `${portal}/import` },
  ]),
  'quiet.service-that-uses-the-same-word': harOf([
    page,
    { url: `${api}/orders`, status: 400, body: { error: 'invalid_request', error_description: 'No items.' } },
  ]),
  'quiet.sign-in-that-worked': harOf([page, sentBack('code=masked')]),
});
