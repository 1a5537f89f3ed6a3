import { oauthCodes } from '../error-text/callback-error.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { isSignInUrl, isTokenRequest } from './sign-in.ts';

/** The code with which a sign-in service said no: in the address of a redirect or of a page, or in the answer of a token endpoint. */
export function oauthCodeOf(exchange: Exchange): string | undefined {
  const { entry, error, requestText } = exchange;
  if (error?.family === 'callback' || error?.family === 'sign-in-page') return error.code;
  if (error?.family === 'redirect') return oauthCodes.has(error.code ?? '') ? error.code : undefined;
  const { status = 0 } = entry.response;
  if (status >= 500 || !(isTokenRequest(entry, requestText) || isSignInUrl(entry.request.url)))
    return undefined;
  const code = error?.code ?? bareCode(exchange);
  return code !== undefined && oauthCodes.has(code) ? code : undefined;
}

/** `{"error":"invalid_grant"}`: the description may be left out. RFC 6749 §5.2. */
function bareCode({ responseText, entry }: Exchange): string | undefined {
  if ((entry.response.status ?? 0) < 400) return undefined;
  return /^\s{0,20}\{[^{}]{0,2000}?"error"\s{0,4}:\s{0,4}"([a-z_]{3,40})"/.exec(responseText ?? '')?.[1];
}
