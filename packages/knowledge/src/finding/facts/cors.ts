import type { ExchangeFacts } from './exchange.ts';

/** What the page's browser did that points to CORS. */
export type CorsSign =
  /** The preflight was answered, but not with success, or by a redirect. */
  | 'preflight-refused'
  /** The preflight succeeded, and still the request was never sent. */
  | 'preflight-insufficient'
  /** The answer arrived and the page was not allowed to read it. */
  | 'answer-withheld'
  /** The browser said no, and the capture holds neither an answer nor a preflight. */
  | 'not-in-capture';

/** Why a browser said no, by the names of the DevTools protocol (`Network.CorsError`) so that they can be compared. */
export type CorsErrorName =
  | 'MissingAllowOriginHeader'
  | 'AllowOriginMismatch'
  | 'MultipleAllowOriginValues'
  | 'InvalidAllowOriginValue'
  | 'WildcardOriginNotAllowed'
  | 'InvalidAllowCredentials'
  | 'RedirectContainsCredentials'
  | 'CorsDisabledScheme'
  | 'PreflightInvalidStatus'
  | 'PreflightDisallowedRedirect'
  | 'PreflightMissingAllowOriginHeader'
  | 'PreflightAllowOriginMismatch'
  | 'PreflightMultipleAllowOriginValues'
  | 'PreflightInvalidAllowOriginValue'
  | 'PreflightWildcardOriginNotAllowed'
  | 'PreflightInvalidAllowCredentials'
  | 'InvalidAllowMethodsPreflightResponse'
  | 'InvalidAllowHeadersPreflightResponse'
  | 'MethodDisallowedByPreflightResponse'
  | 'HeaderDisallowedByPreflightResponse'
  | 'PreflightMissingAllowPrivateNetwork'
  | 'PreflightInvalidAllowPrivateNetwork'
  | 'LocalNetworkAccessPermissionDenied';

/** Findings that one header field of one answer decides. */
export type CorsHeaderFindingId =
  | 'cors/missing-allow-origin'
  | 'cors/allow-origin-mismatch'
  | 'cors/multiple-allow-origin'
  | 'cors/invalid-allow-origin'
  | 'cors/wildcard-with-credentials'
  | 'cors/no-allow-credentials'
  | 'cors/preflight-missing-allow-origin'
  | 'cors/preflight-allow-origin-mismatch'
  | 'cors/preflight-wildcard'
  | 'cors/preflight-no-allow-credentials'
  | 'cors/preflight-method'
  | 'cors/preflight-header';

/** A request that the browser refused because of one header field. Origins, methods and names of fields are no credentials. */
export type CorsHeaderFacts = ExchangeFacts & {
  readonly reason: CorsErrorName;
  /** The page's origin. */
  readonly origin: string;
  /** The field that decided, e.g. `Access-Control-Allow-Origin`. */
  readonly header: string;
  /** What it says; absent where the answer lacks it. */
  readonly actual?: string;
  /** What it would have to say, or to contain. */
  readonly expected: string;
  /** Of the answer that has, or lacks, the field. */
  readonly status: number;
  /** The field belongs to the preflight's answer. */
  readonly preflight: boolean;
};

/** Facts of the findings `cors/…`, by id. */
export type CorsFacts = { readonly [Id in CorsHeaderFindingId]: CorsHeaderFacts } & {
  readonly 'cors/masked-server-error': ExchangeFacts & {
    readonly reason: CorsErrorName;
    readonly status: number;
    readonly errorText?: string;
    readonly origin: string;
  };
  readonly 'cors/preflight-status': ExchangeFacts & {
    readonly reason: CorsErrorName;
    readonly status: number;
    readonly origin: string;
  };
  readonly 'cors/preflight-redirect': ExchangeFacts & {
    readonly reason: CorsErrorName;
    readonly status: number;
    readonly origin: string;
    /** Where the preflight was sent to: scheme and host, or a path on the same host. */
    readonly target?: string;
  };
  readonly 'cors/redirect-credentials': ExchangeFacts & {
    readonly reason: CorsErrorName;
    readonly status: number;
    readonly origin: string;
    /** Scheme and host of the redirect's address. */
    readonly target: string;
  };
  readonly 'cors/header-not-exposed': ExchangeFacts & { readonly header: string; readonly status: number };
  readonly 'cors/repeated-preflights': ExchangeFacts & { readonly preflightMs: number };
  readonly 'cors/authorization-wildcard': ExchangeFacts;
  readonly 'cors/private-network': ExchangeFacts & {
    readonly reason: CorsErrorName;
    readonly origin?: string;
  };
  readonly 'cors/suspected': ExchangeFacts & {
    readonly sign: CorsSign;
    /** Where the answer narrows it down and no finding of its own exists. */
    readonly reason?: CorsErrorName;
    /** The page's origin, where the request says it. */
    readonly origin?: string;
    /** Of the preflight, or of the answer that was withheld. */
    readonly status?: number;
    /** What the answer allows, where it says so. */
    readonly allowedOrigin?: string;
  };
};
