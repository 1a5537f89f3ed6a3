import type { Exchange } from '../exchange/exchange.ts';
import { isSignInUrl, isTokenRequest } from './sign-in.ts';

/** Codes of RFC 6749 §4.1.2.1 and §5.2, OpenID Connect Core §3.1.2.6, RFC 8628 §3.5; not those of RFC 6750, which services send. */
const codes: ReadonlySet<string> = new Set(
  `invalid_request unauthorized_client access_denied unsupported_response_type invalid_scope server_error
   temporarily_unavailable invalid_client invalid_grant unsupported_grant_type interaction_required login_required
   account_selection_required consent_required invalid_request_uri invalid_request_object request_not_supported
   request_uri_not_supported registration_not_supported authorization_pending slow_down expired_token
   invalid_target mfa_required`.split(/\s+/),
);

/** The code with which a sign-in service said no: in the address of a redirect, or in the answer of a token endpoint. */
export function oauthCodeOf(exchange: Exchange): string | undefined {
  const { entry, error, requestText } = exchange;
  if (error?.family === 'redirect') return codes.has(error.code ?? '') ? error.code : undefined;
  const { status = 0 } = entry.response;
  if (status >= 500 || !(isTokenRequest(entry, requestText) || isSignInUrl(entry.request.url)))
    return undefined;
  const code = error?.code ?? bareCode(exchange);
  return code !== undefined && codes.has(code) ? code : undefined;
}

/** `{"error":"invalid_grant"}`: the description may be left out. RFC 6749 §5.2. */
function bareCode({ responseText, entry }: Exchange): string | undefined {
  if ((entry.response.status ?? 0) < 400) return undefined;
  return /^\s{0,20}\{[^{}]{0,2000}?"error"\s{0,4}:\s{0,4}"([a-z_]{3,40})"/.exec(responseText ?? '')?.[1];
}
