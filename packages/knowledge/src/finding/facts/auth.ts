import type { ExchangeFacts } from './exchange.ts';

/** Whether a refused request carried credentials. `not-observable`: the exporter leaves them out. */
export type CredentialsSent = 'sent' | 'missing' | 'not-observable';

/** Why a browser does not keep a cookie, by the names of the DevTools protocol. */
export type CookieReason =
  | 'SameSiteNoneInsecure'
  | 'SameSiteLax'
  | 'SameSiteStrict'
  | 'SameSiteUnspecifiedTreatedAsLax'
  | 'InvalidDomain'
  | 'InvalidPrefix'
  | 'NameValuePairExceedsMaxSize';

/**
 * How a cookie was lost. `removed` an answer took it away, without anybody signing out · `expired` it was set with an end in the past ·
 * `path` it was set for another path · `insecure` it has Secure and was set over http · `unknown` the capture does not show it.
 */
export type CookieLossCause = 'removed' | 'expired' | 'path' | 'insecure' | 'unknown';

/** Cookies that the browser did not keep. Names of cookies are no credentials; values never are here. */
export type RejectedCookieFacts = ExchangeFacts & {
  readonly reason: CookieReason;
  /** Names, at most five. */
  readonly cookies: string;
  readonly cookieCount: number;
};

/** Facts of the findings `auth/…`, by id. */
export type AuthFacts = {
  readonly 'auth/unauthorized': ExchangeFacts & {
    readonly status: number;
    readonly credentials: CredentialsSent;
    readonly errorText?: string;
    readonly healed: boolean;
    /** The scheme of a handshake that begins with a refusal and was then let in: `NTLM`. */
    readonly handshake?: string;
  };
  readonly 'auth/missing-credentials': ExchangeFacts & {
    readonly status: number;
    readonly errorText?: string;
    readonly healed: boolean;
  };
  readonly 'auth/no-challenge': ExchangeFacts;
  readonly 'auth/token-expired': ExchangeFacts & {
    readonly status: number;
    /** How long the token had been expired by the server's clock. */
    readonly expiredMs: number;
    readonly healed: boolean;
    /** It was the address that held the leave, not a token. */
    readonly signedUrl?: true;
  };
  readonly 'auth/token-not-yet-valid': ExchangeFacts & {
    readonly status: number;
    readonly claim: 'nbf' | 'iat';
    readonly earlyMs: number;
  };
  readonly 'auth/token-audience': ExchangeFacts & {
    readonly status: number;
    readonly claim: 'aud' | 'iss';
    /** What the token says. */
    readonly value: string;
    readonly errorText: string;
  };
  readonly 'auth/clock-skew': {
    readonly skewMs: number;
    /** The one server whose clock is off; absent: the recording machine's is. */
    readonly host?: string;
    /** It is ahead of the others. */
    readonly ahead: boolean;
    readonly answers: number;
    readonly hosts: number;
    /** Requests that were refused because of it, by their own words. */
    readonly refusals: number;
  };
  readonly 'auth/refresh-loop': ExchangeFacts & { readonly refusals: number };
  readonly 'auth/refresh-refused': ExchangeFacts & { readonly status: number; readonly errorText: string };
  readonly 'auth/oauth-error': ExchangeFacts & {
    readonly status: number;
    readonly code: string;
    readonly errorText: string;
    readonly inRedirect: boolean;
    /** The request is the page at which the sign-in service called the application back, and carries the error itself. */
    readonly inCallback?: true;
  };
  readonly 'auth/redirect-to-login': ExchangeFacts & {
    readonly status: number;
    /** Host and path of the sign-in. */
    readonly target: string;
    readonly healed: boolean;
  };
  readonly 'auth/redirect-loop': ExchangeFacts & { readonly hops: number; readonly target: string };
  readonly 'auth/saml-refused': ExchangeFacts & { readonly samlStatus: string; readonly errorText?: string };
  readonly 'auth/lost-on-redirect': ExchangeFacts & {
    readonly status: number;
    /** Host that the request with credentials went to. */
    readonly from: string;
  };
  readonly 'auth/cookie-samesite': RejectedCookieFacts;
  readonly 'auth/cookie-domain': RejectedCookieFacts & { readonly domain: string };
  readonly 'auth/cookie-prefix': RejectedCookieFacts;
  readonly 'auth/cookie-too-large': RejectedCookieFacts & {
    /** Absent: the browser says so, and the capture shows a shorter value. */
    readonly sizeBytes?: number;
  };
  readonly 'auth/cookie-third-party': ExchangeFacts & {
    readonly cookies: string;
    readonly cookieCount: number;
    /** Requests afterwards that could have carried them. */
    readonly chances: number;
    /** The browser itself says that it blocks third parties' cookies. */
    readonly told?: true;
  };
  readonly 'auth/cookie-lost': ExchangeFacts & {
    readonly status: number;
    readonly cookie: string;
    readonly cause: CookieLossCause;
  };
  readonly 'auth/scope-missing': ExchangeFacts & {
    readonly status: number;
    readonly errorText?: string;
    /** Scopes that the challenge asks for. RFC 6750 §3. */
    readonly required?: string;
    /** Scopes that the token has. */
    readonly granted?: string;
  };
  readonly 'auth/firewall-refused': ExchangeFacts & {
    readonly status: number;
    readonly vendor: string;
    /** The id under which the vendor finds the decision. */
    readonly reference?: string;
  };
  readonly 'auth/csrf': ExchangeFacts & {
    readonly status: number;
    readonly errorText?: string;
    /** Field that other requests to the host carry and this one lacks. */
    readonly missingField?: string;
  };
  readonly 'auth/client-certificate': ExchangeFacts & {
    /** Of the connection that broke off. */
    readonly code?: string;
    /** Of the answer that says so, where the connection held. */
    readonly status?: number;
    readonly errorText?: string;
  };
};
