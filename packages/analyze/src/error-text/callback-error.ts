import type { ErrorInput } from './extracted-error.ts';

/** Codes of RFC 6749 §4.1.2.1 and §5.2, OpenID Connect Core §3.1.2.6, RFC 8628 §3.5; not those of RFC 6750, which services send. */
export const oauthCodes: ReadonlySet<string> = new Set(
  `invalid_request unauthorized_client access_denied unsupported_response_type invalid_scope server_error
   temporarily_unavailable invalid_client invalid_grant unsupported_grant_type interaction_required login_required
   account_selection_required consent_required invalid_request_uri invalid_request_object request_not_supported
   request_uri_not_supported registration_not_supported authorization_pending slow_down expired_token
   invalid_target mfa_required`.split(/\s+/),
);

/** What a sign-in service adds to its error, and pages that filter by an error do not. RFC 6749 §4.1.2.1. */
const ownParameters = ['error_description', 'error_uri', 'error_subcode'];
/** What it gives back as it was sent; pages have a `state` of their own. RFC 6749 §4.1.2.1, RFC 9207. */
const givenBack = ['state', 'iss', 'session_state'];
/** How applications call the address that they are called back at. */
const callbackPath =
  /\/(?:[\w-]{0,20}call-?back|sign-?in-[\w-]{1,20}|sign-?in|log-?in|oauth2?|oidc|openid(?:-connect)?|auth|authn|authorize|sso|redirect(?:-?uri)?|code)(?:[./;_-]|$)/i;

/** Whether an address may be one at which a sign-in service calls an application back with an error; `false` is certain. */
export function mayTellOfSignIn(url: string): boolean {
  return /[?&#]error=[a-z]/.test(url);
}

/** The error with which a sign-in service called an application back, and whether it stands in the body that was posted. */
export interface CallbackError {
  readonly code: string;
  readonly description?: string;
  readonly isPosted: boolean;
}

/**
 * Reads a page's own address, or the form posted to it, for the error with which a sign-in service sent the browser there: where the
 * redirect itself is not in the capture, or was a script's, nothing else says so.
 * Spec: RFC 6749 §4.1.2.1; OAuth 2.0 Form Post Response Mode.
 */
export function readCallback({ request, status = 0, mimeType = '' }: ErrorInput): CallbackError | undefined {
  const { url = '', method, bodyText = '' } = request ?? {};
  // Data with such parameters was asked for by a page, about its own errors.
  if (!/html/i.test(mimeType) && !(status >= 300 && status <= 399)) return undefined;
  const isPosted = method?.toUpperCase() === 'POST' && /^[\w%.+-]{1,40}=/.test(bodyText);
  if (!isPosted && !mayTellOfSignIn(url)) return undefined;
  const [address = '', ...rest] = url.split(/[?#]/);
  const parameters = new URLSearchParams(isPosted ? bodyText.slice(0, 16 * 1024) : rest.join('&'));
  const code = parameters.get('error') ?? '';
  if (!oauthCodes.has(code)) return undefined;
  const has = (name: string) => parameters.has(name);
  if (!ownParameters.some(has) && !(givenBack.some(has) && callbackPath.test(address))) return undefined;
  const description = parameters.get('error_description') ?? '';
  return { code, isPosted, ...(description === '' ? {} : { description }) };
}

/**
 * The error that Microsoft's sign-in page shows under a 200, in the settings that its script draws it from. Wrong passwords stand
 * elsewhere there; this is what nobody can mend by typing.
 */
export function readSignInPage({
  status = 0,
  mimeType = '',
  bodyText = '',
}: ErrorInput): CallbackError | undefined {
  if (status !== 200 || !/html/i.test(mimeType)) return undefined;
  const said = /"strServiceExceptionMessage"\s{0,4}:\s{0,4}"(AADSTS\d{4,8}): ((?:[^"\\]|\\.){1,500})/.exec(
    bodyText,
  );
  if (said === null) return undefined;
  const [, code = '', description = ''] = said;
  return {
    code,
    description: description.replace(/\\u0027/gi, '’').replace(/\\(.)/g, '$1'),
    isPosted: false,
  };
}
