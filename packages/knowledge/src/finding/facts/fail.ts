import type { ExchangeFacts, FailedStatusFacts } from './exchange.ts';

/**
 * How a request came to nothing below HTTP. `blocked` stopped by an extension, a policy or the browser · `browser` it ran out of
 * something, or lost what it was sending ·
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
  | 'browser'
  | 'aborted'
  | 'cut'
  | 'redirect-loop'
  | 'protocol'
  | 'web-socket'
  | 'none';

/** What was wrong with a secure connection. `certificate`, `handshake`: the code says no more. */
export type TlsFault =
  | 'dates'
  | 'name'
  | 'authority'
  | 'revoked'
  | 'weak'
  | 'pinned'
  | 'version'
  | 'certificate'
  | 'handshake';

/** Why the page gave a request up, as far as the capture shows. */
export type GivenUpBecause = 'superseded' | 'left-page' | 'unknown';

/**
 * What went wrong with a WebSocket: never opened, closed with a code that says trouble, broken off while it was open, opened again and
 * again; or it stands, and a message in it says that something failed.
 */
export type WebSocketTrouble = 'not-opened' | 'closed' | 'broken' | 'opened-again' | 'said';

/** A request that came to nothing below HTTP. */
export type NetworkFacts = ExchangeFacts & {
  /** The browser's code, e.g. `net::ERR_CONNECTION_REFUSED`. */
  readonly code?: string;
  /** The same request was answered later. */
  readonly healed: boolean;
};

/** An answer whose content says that what was asked for failed. */
export type InBodyFacts = ExchangeFacts & {
  readonly status: number;
  /** The one line that says why. */
  readonly errorText: string;
  /** The service's own code. */
  readonly code?: string;
};

/** What a page is that came instead of JSON. `application`: the page that draws the application. */
export type PageKind = 'sign-in' | 'refused' | 'maintenance' | 'error' | 'application' | 'other';

/**
 * Why JSON cannot be read. `cut` ends early · `empty` nothing at all · `not-json` begins like something else ·
 * `value` holds a value that JSON does not have · `syntax` anything else.
 */
export type BrokenJson = 'cut' | 'empty' | 'not-json' | 'value' | 'syntax';

/** What of a request was larger than the service takes. */
export type TooLarge = 'content' | 'address' | 'fields';

/** Why Envoy answered in place of the service behind it. */
export type EnvoyCause =
  | 'no-healthy-instance'
  | 'connect-failed'
  | 'connect-timeout'
  | 'broken-off'
  | 'request-timeout'
  | 'overflow'
  | 'protocol'
  | 'fault-injected';

/** What a content network says of the server behind it. */
export type CdnTrouble =
  | 'refused'
  | 'unreachable'
  | 'connect-timeout'
  | 'timeout'
  | 'tls'
  | 'certificate'
  | 'bad-answer'
  | 'failed';

/** What is wrong with an idempotency key: `reused` it came before with other content · `in-progress` its first request is not done. */
export type IdempotencyKeyUse = 'reused' | 'in-progress';

/** Facts of the findings `fail/…`, by id. */
export type FailFacts = {
  readonly 'fail/http-4xx': FailedStatusFacts;
  readonly 'fail/http-5xx': FailedStatusFacts;
  readonly 'fail/rate-limited': FailedStatusFacts & {
    /** How long the answer asks to wait, in s. */
    readonly waitS?: number;
    /** Requests in the service's own span of time. */
    readonly limit?: number;
    /** The same was asked again before that time was over. */
    readonly tooEarly: boolean;
  };
  readonly 'fail/too-large': FailedStatusFacts & {
    readonly what: TooLarge;
    readonly sentBytes?: number;
    /** The cookies' part of it. */
    readonly cookieBytes?: number;
  };
  readonly 'fail/method-not-allowed': FailedStatusFacts & {
    /** Media types that were sent (415) or asked for (406). */
    readonly sent?: string;
    /** Languages that were asked for (406), where the answer speaks of them. */
    readonly languages?: string;
    /** Methods or media types that the answer allows. */
    readonly allowed?: string;
  };
  readonly 'fail/conflict': FailedStatusFacts & {
    /** Name of the condition that the request carried, e.g. `If-Match`. */
    readonly condition?: string;
    readonly keyUse?: IdempotencyKeyUse;
  };
  readonly 'fail/gateway-envoy': FailedStatusFacts & { readonly cause: EnvoyCause };
  readonly 'fail/gateway-cdn': FailedStatusFacts & {
    readonly cdn: string;
    readonly trouble: CdnTrouble;
    /** The number under which the operator finds the request. */
    readonly reference?: string;
  };
  readonly 'fail/gateway-timeout': FailedStatusFacts & {
    /** How long the gateway took to answer, in ms. */
    readonly waitedMs?: number;
    /** The limit that this time shows, in ms. */
    readonly limitMs?: number;
  };
  readonly 'fail/upstream': ExchangeFacts & {
    readonly status: number;
    readonly errorText: string;
    /** The status that the gateway was answered itself. */
    readonly upstreamStatus?: number;
    /** Who is named as the one that failed. */
    readonly party?: string;
    readonly healed: boolean;
  };
  readonly 'fail/network': NetworkFacts & { readonly failure: NetworkFailure };
  readonly 'fail/dns': NetworkFacts;
  readonly 'fail/refused': NetworkFacts;
  readonly 'fail/unreachable': NetworkFacts;
  readonly 'fail/timeout': NetworkFacts;
  readonly 'fail/reset': NetworkFacts;
  readonly 'fail/empty': NetworkFacts;
  readonly 'fail/offline': NetworkFacts & {
    /** How many hosts could not be reached. */
    readonly hosts: number;
  };
  readonly 'fail/tls': NetworkFacts & { readonly fault: TlsFault };
  readonly 'fail/truncated-body': NetworkFacts & {
    readonly status: number;
    /** Content-Length, in bytes. */
    readonly promisedBytes?: number;
    /** What came of it, where both count the same. */
    readonly receivedBytes?: number;
    /** The content could not be decoded: what Content-Encoding names, e.g. `gzip`; empty where that is not known. */
    readonly coding?: string;
  };
  readonly 'fail/aborted-by-user': NetworkFacts & { readonly because: GivenUpBecause };
  readonly 'fail/aborted-by-timeout': NetworkFacts & {
    /** The round time after which the page gave up, in ms. */
    readonly limitMs: number;
  };
  readonly 'fail/web-socket': NetworkFacts & {
    readonly trouble: WebSocketTrouble;
    /** Of the handshake. */
    readonly status?: number;
    /** RFC 6455 §7.4. */
    readonly closeCode?: number;
    /** Who sent the frame that closed it. */
    readonly closedBy?: 'page' | 'server';
    /** With `broken` the browser's words, with `said` the service's. */
    readonly errorText?: string;
    /** With `opened-again`: each time it ended after so long, which is a usual limit for connections on which nothing moves. */
    readonly limitMs?: number;
  };
  readonly 'fail/redirect-loop': ExchangeFacts & {
    readonly code?: string;
    /** The browser stopped following. */
    readonly gaveUp: boolean;
    /** An address was visited again. */
    readonly isCircle: boolean;
    /** How many redirects the capture holds, over how many addresses. */
    readonly redirects?: number;
    readonly addresses?: number;
  };
  readonly 'fail/error-in-success': InBodyFacts & {
    /** The error stands in the address of a redirect, as OAuth says no. */
    readonly inRedirect: boolean;
  };
  readonly 'fail/graphql': InBodyFacts & {
    /** Data came beside the error. */
    readonly partial: boolean;
    /** Name of the operation. */
    readonly operation?: string;
    /** Where the error lies, e.g. `person.voicemail`. */
    readonly field?: string;
  };
  readonly 'fail/batch-item': InBodyFacts & {
    readonly items: number;
    readonly failed: number;
    /** Of the first one that failed. */
    readonly itemStatus?: number;
  };
  readonly 'fail/soap-fault': InBodyFacts & {
    /** Whose mistake the fault's code says it is. */
    readonly blames: 'sender' | 'service' | 'unknown';
  };
  readonly 'fail/oci-error': InBodyFacts & {
    /** How many commands were answered together. */
    readonly commands?: number;
  };
  readonly 'fail/html-for-json': ExchangeFacts & {
    readonly status: number;
    readonly page: PageKind;
    /** What was asked for; absent: JSON. */
    readonly asked?: 'event-stream';
    readonly title?: string;
  };
  readonly 'fail/maintenance-page': ExchangeFacts & { readonly status: number; readonly title: string };
  readonly 'fail/broken-json': ExchangeFacts & { readonly status: number; readonly fault: BrokenJson };
  readonly 'fail/pending': ExchangeFacts & {
    /** The program that wrote the capture writes the same of what was stopped or broke. */
    readonly maybeStopped?: true;
  };
};
