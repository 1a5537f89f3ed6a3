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

/** The page that the sign-in service sent the browser to. */
const calledBack = (query: string, more: Partial<Step> = {}): Step => ({
  url: `${portal}/callback?${query}`,
  type: 'document',
  mimeType: 'text/html',
  body: '<!doctype html><div id="root"></div>',
  ...more,
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
  'finds.error-in-the-address-of-the-page': harOf([
    calledBack('error=invalid_scope&error_description=The+scope+calls.read+is+not+known&state=masked'),
    page,
  ]),
  'finds.person-to-whom-the-application-is-not-assigned': harOf([
    calledBack(
      'error=access_denied&error_description=The+signed+in+user+is+not+assigned+to+a+role+for+the+application.',
    ),
  ]),
  'finds.error-in-the-form-that-was-posted': harOf([
    {
      ...calledBack(''),
      url: `${portal}/signin-oidc`,
      method: 'POST',
      sent: 'error=server_error&error_description=A+transient+error+has+occurred.&state=masked',
    },
  ]),
  'finds.page-that-sends-on-as-one-with-the-redirect-to-it': harOf([
    sentBack('error=invalid_scope'),
    calledBack('error=invalid_scope&state=masked', {
      status: 302,
      response: { location: `${portal}/users` },
    }),
    page,
  ]),
  'finds.error-on-the-page-of-the-sign-in': harOf([
    {
      url: signIn,
      type: 'document',
      mimeType: 'text/html',
      body: '<!doctype html><title>Sign in to your account</title><script>$Config={"strServiceExceptionMessage":"AADSTS50011: The redirect URI specified in the request does not match."}</script>',
    },
  ]),
  'quiet.page-of-the-sign-in': harOf([
    {
      url: signIn,
      type: 'document',
      mimeType: 'text/html',
      body: '<!doctype html><title>Sign in to your account</title><script>$Config={"strServiceExceptionMessage":"","sErrorCode":"50126"}</script>',
    },
  ]),
  'quiet.page-that-filters-by-an-error': harOf([
    calledBack('', { url: `${portal}/logs?error=server_error&state=open` }),
    calledBack('', { url: `${portal}/callback?error=0&state=masked` }),
    { url: `${api}/audit?error=invalid_grant&error_description=x`, body: { items: [] } },
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
