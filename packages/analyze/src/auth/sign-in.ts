import type { EntryRequest } from '@harrier/har';

/** Hosts and paths that ask people to sign in. Words, so that a name such as `authors` does not count. */
const signInHost =
  /^(?:login|signin|sso|idp|idbroker|auth|accounts?|identity|adfs|sts)(?:[-.]|$)|\.(?:okta|auth0|onelogin|b2clogin)\.com$|^login\./i;
const signInPath =
  /\/(?:log-?in|sign-?in|log-?on|sso|saml2?|adfs|authorize|authorization|auth|oauth2?|openid-connect|interactive|session\/new|idp)(?:[./;?#]|$)/i;

/** The same in other languages: German, French, Spanish, Italian, Portuguese, Dutch; Chinese as it is romanised. */
const signInWord =
  /\/(?:anmeld(?:en|ung)|einloggen|connexion|se-connecter|identification|iniciar-?sesion|inicio-?sesion|accedi|accesso|entrar|aanmelden|inloggen|denglu)(?:[./;?#]|$)/i;

/** Whether a URL leads to a sign-in, by its host and path. */
export function isSignInUrl(url: string): boolean {
  const match = /^[a-z]+:\/\/([^/?#]*)([^?#]*)/i.exec(url);
  const [, host = '', path = ''] = match ?? [];
  return signInHost.test(host) || signInPath.test(path) || signInWord.test(path);
}

/** Signing out takes cookies and sessions away on purpose. */
export function isSignOutUrl(url: string): boolean {
  return /[/.=_-](?:log-?out|sign-?out|log-?off|end-?session)(?:[/.?&#_-]|$)/i.test(url);
}

/** A request to a token endpoint: it is posted, and its path ends so, or it says which grant it is. RFC 6749 §3.2. */
export function isTokenRequest(
  { request }: { readonly request: Pick<EntryRequest, 'method' | 'url' | 'postData'> },
  requestText: string | undefined,
): boolean {
  if (request.method !== 'POST') return false;
  return (
    /\/(?:oauth2?|connect|openid-connect|auth|idb|identity|v\d+(?:\.\d+)?)?\/?(?:access_)?tokens?(?:\/refresh)?(?:\.oauth2)?(?:[?#]|$)|\/(?:token|refresh|session)\/refresh(?:[?#]|$)|\/refresh-?token(?:[?#]|$)/i.test(
      request.url,
    ) || grantOf({ request }, requestText) !== undefined
  );
}

/** `refresh_token`, `authorization_code` …; undefined where the request does not say. */
export function grantOf(
  { request }: { readonly request: Pick<EntryRequest, 'postData'> },
  requestText: string | undefined,
): string | undefined {
  const param = request.postData?.params.find(({ name }) => name === 'grant_type')?.value;
  return param ?? /(?:^|&|")grant_type"?\s{0,4}[=:]\s{0,4}"?([\w:%.-]{1,80})/.exec(requestText ?? '')?.[1];
}
