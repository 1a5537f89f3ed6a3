/**
 * One entry as Harrier understands it, made from any exporter's JSON by `normaliseEntry`.
 * HAR's sentinels (-1, null, missing) are `undefined` here and nowhere else; 0 is a measurement.
 * Lists keep order and duplicates. Spec: HAR 1.2; Chrome's `_` fields as in DevTools' HAR model.
 */
export interface Entry {
  /** Position in the file; the stable id. */
  readonly index: number;
  readonly pageref?: string;
  /** As written. */
  readonly startedDateTime?: string;
  readonly startEpochMs?: number;
  /** Whole duration. Recomputed from the phases when missing, negative or not a number. */
  readonly timeMs?: number;
  readonly request: EntryRequest;
  readonly response: EntryResponse;
  readonly cache: Readonly<Record<string, unknown>>;
  readonly timings: EntryTimings;
  /** Without the square brackets that Chrome writes around IPv6. */
  readonly serverIPAddress?: string;
  readonly connection?: string;
  readonly comment?: string;
  readonly initiator?: Initiator;
  /** `_priority`, as written. */
  readonly priority?: string;
  /** `_resourceType`, else guessed from media type and initiator; lower case. */
  readonly resourceType?: string;
  /** `memory`, `disk`, `service-worker`, `prefetch` … */
  readonly fromCache?: string;
  readonly webSocketMessages?: readonly WebSocketMessage[];
  readonly eventSourceMessages?: readonly EventSourceMessage[];
  /** `_error` / `_failureText`, e.g. `net::ERR_CONNECTION_REFUSED`. Present = the exchange failed. */
  readonly error?: string;
  /** In flight when the capture was saved (negative `blocked`, status 0, no error). */
  readonly pending: boolean;
  /** Every other field of the entry, by its name, untouched (`_vendor` fields survive a round trip). */
  readonly custom: Readonly<Record<string, unknown>>;
}

/** A header field, query parameter or form parameter. RFC 9110 §5: order and duplicates matter. */
export interface Field {
  readonly name: string;
  readonly value: string;
}

export interface Cookie extends Field {
  readonly path?: string;
  readonly domain?: string;
  readonly expires?: string;
  readonly httpOnly?: boolean;
  readonly secure?: boolean;
  readonly sameSite?: string;
  readonly custom: Readonly<Record<string, unknown>>;
}

export interface EntryRequest {
  readonly method: string;
  readonly url: string;
  readonly httpVersion?: string;
  /** HTTP/2 pseudo-header fields (`:path`) stay in the list as the exporter wrote them. */
  readonly headers: readonly Field[];
  readonly cookies: readonly Cookie[];
  readonly queryString: readonly Field[];
  readonly postData?: PostData;
  readonly headersSize?: number;
  readonly bodySize?: number;
  readonly comment?: string;
  readonly custom: Readonly<Record<string, unknown>>;
}

export interface PostData {
  readonly mimeType: string;
  readonly params: readonly PostParam[];
  /** Whether a text lies in the file; read it with `Capture.openBody(index, 'request')`. */
  readonly hasText: boolean;
  /** `base64` (Charles "1.3"), else undefined. */
  readonly encoding?: string;
  readonly file?: string;
  readonly comment?: string;
  readonly custom: Readonly<Record<string, unknown>>;
}

export interface PostParam {
  readonly name: string;
  readonly value?: string;
  readonly fileName?: string;
  readonly contentType?: string;
}

export interface EntryResponse {
  /** 0: no response was received. undefined: the exporter did not say. */
  readonly status?: number;
  readonly statusText: string;
  readonly httpVersion?: string;
  readonly headers: readonly Field[];
  readonly cookies: readonly Cookie[];
  readonly content: Content;
  readonly redirectUrl?: string;
  readonly headersSize?: number;
  /** Encoded body as received; 0 for cache hits and 304. */
  readonly bodySize?: number;
  /** Bytes on the wire: `_transferSize`, else headersSize + bodySize when both are known. */
  readonly transferSize?: number;
  readonly comment?: string;
  readonly custom: Readonly<Record<string, unknown>>;
}

export interface Content {
  /** Decoded bytes. */
  readonly size?: number;
  /** Bytes saved by content coding; negative when the coding cost more than it saved. */
  readonly compression?: number;
  /** As written, parameters included; undefined for Chrome's `x-unknown`. */
  readonly mimeType?: string;
  readonly hasText: boolean;
  readonly encoding?: string;
  readonly file?: string;
  /** Why there is no text, where it can be told. */
  readonly absent?: BodyAbsence;
  readonly comment?: string;
  readonly custom: Readonly<Record<string, unknown>>;
}

/** `no-body`: HEAD, 1xx, 204, 304, redirect without one · `failed`: no response · `over-limit`: the exporter said so. */
export type BodyAbsence = 'no-body' | 'not-captured' | 'failed' | 'over-limit' | 'cors-preflight';

/** ms; undefined = does not apply or not known. `connect` as written: `PhaseBreakdown.sslBooking` says where TLS lies. */
export interface EntryTimings {
  readonly blocked?: number;
  readonly dns?: number;
  readonly connect?: number;
  readonly ssl?: number;
  readonly send?: number;
  readonly wait?: number;
  readonly receive?: number;
  /** `_blocked_queueing`, inside `blocked`. */
  readonly blockedQueueing?: number;
  /** `_blocked_proxy`, inside `blocked`. */
  readonly blockedProxy?: number;
  /** Chrome's service-worker marks: ms after the request started (after queueing). */
  readonly workerStart?: number;
  readonly workerReady?: number;
  readonly workerFetchStart?: number;
  readonly workerRespondWithSettled?: number;
  readonly comment?: string;
  readonly custom: Readonly<Record<string, unknown>>;
}

export interface Initiator {
  /** `parser`, `script`, `preload`, `preflight`, `other` … */
  readonly type: string;
  readonly url?: string;
  readonly requestId?: string;
  /** 0-based, as Chrome writes it. */
  readonly lineNumber?: number;
  readonly columnNumber?: number;
  readonly stack?: CallStack;
}

export interface CallStack {
  readonly description?: string;
  readonly callFrames: readonly CallFrame[];
  readonly parent?: CallStack;
}

export interface CallFrame {
  readonly functionName: string;
  readonly url: string;
  /** 0-based. */
  readonly lineNumber: number;
  /** 0-based. */
  readonly columnNumber: number;
}

export interface WebSocketMessage {
  readonly type: 'send' | 'receive' | 'error';
  /** ms since 1970 (Chrome writes seconds). */
  readonly epochMs?: number;
  readonly opcode?: number;
  /** Text; base64 for binary frames (opcode 2). */
  readonly data: string;
  readonly custom: Readonly<Record<string, unknown>>;
}

export interface EventSourceMessage {
  readonly epochMs?: number;
  readonly eventName?: string;
  readonly eventId?: string;
  readonly data?: string;
}
