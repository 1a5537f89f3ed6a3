import type { ExchangeFacts } from './exchange.ts';

/** What content certainly is, by its first characters; `unknown`: nobody says. */
export type ContentKind = 'json' | 'html' | 'xml' | 'image' | 'pdf' | 'unknown';

/**
 * What is wrong with a cookie: an attribute that browsers do not understand, or one that the cookie of a session lacks
 * (`http-only`, `secure`).
 */
export type CookieTrouble = 'expires' | 'max-age' | 'path' | 'same-site' | 'http-only' | 'secure';

/** Facts of the remarks `lint/…`, by id. Names of fields and directives only, never their values. */
export type LintFacts = {
  readonly 'lint/bad-date': ExchangeFacts & { readonly field: string };
  /** The two directives; one name twice where its values differ. */
  readonly 'lint/cache-control-conflict': ExchangeFacts & { readonly first: string; readonly second: string };
  readonly 'lint/no-store-public': ExchangeFacts;
  readonly 'lint/weak-etag-range': ExchangeFacts;
  readonly 'lint/vary-star': ExchangeFacts;
  /** `mimeType`: what the answer calls itself; absent where it does not. */
  readonly 'lint/content-type-mismatch': ExchangeFacts & {
    readonly mimeType?: string;
    readonly found: ContentKind;
  };
  readonly 'lint/redirect-without-location': ExchangeFacts & { readonly status: number };
  readonly 'lint/content-with-204': ExchangeFacts;
  readonly 'lint/not-modified-without-validator': ExchangeFacts;
  readonly 'lint/duplicate-header': ExchangeFacts & { readonly field: string };
  readonly 'lint/malformed-header': ExchangeFacts & { readonly field: string };
  readonly 'lint/cookie-attributes': ExchangeFacts & {
    readonly trouble: CookieTrouble;
    /** The cookie's name, where it is a plain one. */
    readonly cookie?: string;
  };
  readonly 'lint/hsts': ExchangeFacts & { readonly trouble: 'missing' | 'no-age' };
  /** `parameter`: its name; `userinfo` for what stands before the host. */
  readonly 'lint/secret-in-url': ExchangeFacts & { readonly parameter: string };
};
