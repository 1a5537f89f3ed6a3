import type { ExchangeFacts } from './exchange.ts';

/**
 * What kept an answer from its page: `resource-policy` Cross-Origin-Resource-Policy · `embedder-policy`
 * Cross-Origin-Embedder-Policy of the page · `opener-policy` Cross-Origin-Opener-Policy · `framing` X-Frame-Options or
 * frame-ancestors · `opaque` Opaque Response Blocking.
 */
export type ResponsePolicy = 'resource-policy' | 'embedder-policy' | 'opener-policy' | 'framing' | 'opaque';

/** Facts of the findings `block/…`, by id. */
export type BlockFacts = {
  /** `code`: the browser's, e.g. `net::ERR_BLOCKED_BY_CLIENT`; absent where the capture only shows that nothing was sent. */
  readonly 'block/by-client': ExchangeFacts & { readonly code?: string };
  readonly 'block/by-administrator': ExchangeFacts & { readonly code: string };
  readonly 'block/content-security-policy': ExchangeFacts & {
    /** E.g. `connect-src`; absent where the browser names the policy and the capture does not hold it. */
    readonly directive?: string;
    /** The host that was kept away, else `inline` or `eval`. */
    readonly blocked: string;
    /** The request is the browser's report of it. */
    readonly reported: boolean;
    /** What was refused never became a request; the entry is the page's. */
    readonly unseen?: true;
    /** The policy goes by nonces, and a cache kept the page. */
    readonly nonceOfACachedPage?: true;
  };
  readonly 'block/response-policy': ExchangeFacts & {
    readonly code: string;
    readonly policy: ResponsePolicy;
    /** What the answer's field says. */
    readonly value?: string;
  };
  readonly 'block/nosniff': ExchangeFacts & {
    /** What the answer calls itself. */
    readonly mimeType: string;
    readonly expected: 'text/css' | 'text/javascript';
  };
  readonly 'block/integrity': ExchangeFacts & { readonly algorithm: 'sha256' | 'sha384' | 'sha512' };
  readonly 'block/mixed-content': ExchangeFacts & {
    /** Origin of the page. */
    readonly page: string;
  };
  /** `code`: absent where the proxy answered 407. */
  readonly 'block/proxy-authentication': ExchangeFacts & { readonly code?: string };
  readonly 'block/interception': ExchangeFacts & {
    /** It answered itself, with a page that says no. */
    readonly blockPage: boolean;
    readonly vendor?: string;
  };
  /** `portal`: the host of the gate; absent where status 511 says it. */
  readonly 'block/captive-portal': ExchangeFacts & { readonly portal?: string };
};
