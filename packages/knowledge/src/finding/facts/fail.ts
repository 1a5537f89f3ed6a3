import type { ExchangeFacts, FailedStatusFacts } from './exchange.ts';

/**
 * How a request came to nothing below HTTP. `blocked` stopped by an extension, a policy or the browser ·
 * `aborted` given up by the page or the person · `cut` the answer ended early · `none` no answer, and no word why.
 */
export type NetworkFailure =
  | 'dns'
  | 'refused'
  | 'unreachable'
  | 'timeout'
  | 'reset'
  | 'empty'
  | 'tls'
  | 'client-certificate'
  | 'offline'
  | 'proxy'
  | 'blocked'
  | 'aborted'
  | 'cut'
  | 'redirect-loop'
  | 'protocol'
  | 'web-socket'
  | 'none';

/** Facts of the findings `fail/…`, by id. */
export type FailFacts = {
  readonly 'fail/http-4xx': FailedStatusFacts;
  readonly 'fail/http-5xx': FailedStatusFacts;
  readonly 'fail/upstream': ExchangeFacts & {
    readonly status: number;
    readonly errorText: string;
    /** The status that the gateway was answered itself. */
    readonly upstreamStatus?: number;
    /** Who is named as the one that failed. */
    readonly party?: string;
    readonly healed: boolean;
  };
  readonly 'fail/network': ExchangeFacts & {
    readonly failure: NetworkFailure;
    /** The browser's code, e.g. `net::ERR_CONNECTION_REFUSED`. */
    readonly code?: string;
    readonly healed: boolean;
  };
  readonly 'fail/in-body': ExchangeFacts & {
    readonly status: number;
    readonly errorText: string;
    readonly code?: string;
    /** Data came beside the error (GraphQL). */
    readonly partial: boolean;
    /** The error stands in the address of a redirect, as OAuth says no. */
    readonly inRedirect: boolean;
  };
  readonly 'fail/pending': ExchangeFacts;
};
