/**
 * What each finding knows, by the id of its rule. Facts are plain values without prose: methods, hosts, paths with `{id}`
 * for ids, statuses, ms. They never hold a credential: no queries, no header values, error texts with tokens blanked.
 * Type aliases, not interfaces, so that they are records for whoever only wants to print them.
 */

/** A request as sentences name it: the earliest one of those that went alike. */
export type ExchangeFacts = {
  readonly method: string;
  /** Host and port; empty where the URL has none. */
  readonly host: string;
  /** Path without query, ids as `{id}`. */
  readonly path: string;
  /** How many requests went alike. */
  readonly count: number;
  /** The id to search for. */
  readonly trackingId?: string;
};

/** An answer that says by its status that it failed. */
export type FailedStatusFacts = ExchangeFacts & {
  readonly status: number;
  /** The one line that says why; absent where the answer gives no reason, or its body was not captured. */
  readonly errorText?: string;
  /** The service's own code. */
  readonly code?: string;
  /** The same request succeeded later. */
  readonly healed: boolean;
  /** There was a body, and the capture does not hold it. */
  readonly bodyMissing: boolean;
};

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

/** What the page's browser did that points to CORS. */
export type CorsSign =
  /** The preflight was answered, but not with success, or by a redirect. */
  | 'preflight-refused'
  /** The preflight succeeded, and still the request was never sent. */
  | 'preflight-insufficient'
  /** The answer arrived and the page was not allowed to read it. */
  | 'answer-withheld';

/** Whether a refused request carried credentials. `not-observable`: the exporter leaves them out. */
export type CredentialsSent = 'sent' | 'missing' | 'not-observable';

/** Where a long wait was spent, by the service's own clock where it tells it. */
export type WaitPlace = 'service' | 'before-service' | 'not-observable';

/** Facts by rule id; the ids are stable. */
export type FindingFacts = {
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
  readonly 'fail/cors-suspected': ExchangeFacts & {
    readonly sign: CorsSign;
    /** The page's origin, where the request says it. */
    readonly origin?: string;
    /** Of the preflight, or of the answer that was withheld. */
    readonly status?: number;
    /** What the answer allows, where it says so. */
    readonly allowedOrigin?: string;
  };
  readonly 'fail/pending': ExchangeFacts;
  readonly 'auth/unauthorized': ExchangeFacts & {
    readonly status: number;
    readonly credentials: CredentialsSent;
    readonly errorText?: string;
    readonly healed: boolean;
  };
  readonly 'slow/wait-dominates': ExchangeFacts & {
    /** Of the slowest one. */
    readonly timeMs: number;
    readonly waitMs: number;
    readonly place: WaitPlace;
    /** What the service says it took. */
    readonly serviceMs?: number;
  };
  readonly 'slow/stalled': ExchangeFacts & {
    readonly timeMs: number;
    readonly stalledMs: number;
    /** Other requests to the same host that were running when it was stalled. */
    readonly concurrent: number;
    /** HTTP/1.x, and six or more were running: the browser's limit for one host. */
    readonly connectionLimit: boolean;
  };
  readonly 'permission/feature-no-access': ExchangeFacts & {
    /** Keys of the hidden features, joined by a comma and a blank; the first ten. */
    readonly features: string;
    readonly featureCount: number;
    /** The template's own name. */
    readonly template?: string;
    /** `ORG`, `USER` …, as written. */
    readonly level?: string;
    /** Another template of the same answer grants some of them. */
    readonly conflicting: boolean;
  };
  readonly 'capture/no-content': { readonly textResponses: number; readonly withoutContent: number };
  readonly 'capture/truncated': {
    readonly entries: number;
    /** Where the last whole entry ends, where that is known. */
    readonly byteOffset?: number;
  };
  readonly 'capture/damaged': {
    /** Places where the file is broken. */
    readonly damages: number;
    /** Requests that could only be read in part. */
    readonly damagedEntries: number;
    readonly line?: number;
    readonly byteOffset?: number;
  };
};

/** The id of a rule, e.g. `fail/http-5xx`. */
export type FindingId = keyof FindingFacts;

/** A finding as far as words need it. */
export type FindingToTell = {
  [Id in FindingId]: { readonly ruleId: Id; readonly facts: FindingFacts[Id] };
}[FindingId];

/** What a rule may need that some captures do not hold. */
export type EvidenceKind = 'response-bodies' | 'request-credentials' | 'network-errors' | 'timings';

/** Why a tracking id is worth a search. */
export type SearchReason = 'failed' | 'slow' | 'session';
