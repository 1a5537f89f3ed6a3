/**
 * A capture as Chrome 137's DevTools exports it: these fields, in this order. The order matters here,
 * because what reads a generated capture must meet the bytes that it meets in the field.
 * Spec: HAR 1.2; the `_` fields are Chrome's.
 */
export interface ChromeHar {
  readonly log: {
    readonly version: '1.2';
    readonly creator: { readonly name: 'WebInspector'; readonly version: '537.36' };
    readonly pages: readonly ChromePage[];
    readonly entries: readonly ChromeEntry[];
  };
}

export interface ChromePage {
  readonly startedDateTime: string;
  readonly id: string;
  readonly title: string;
  readonly pageTimings: { readonly onContentLoad: number; readonly onLoad: number };
}

export interface ChromeEntry {
  readonly _connectionId?: string;
  readonly _fromCache?: 'memory' | 'disk';
  readonly _initiator: ChromeInitiator;
  readonly _priority: 'VeryLow' | 'Low' | 'Medium' | 'High' | 'VeryHigh' | null;
  readonly _resourceType: string;
  readonly _webSocketMessages?: readonly ChromeWebSocketMessage[];
  readonly cache: Readonly<Record<string, never>>;
  /** The server's port. */
  readonly connection?: string;
  readonly pageref: string;
  readonly request: ChromeRequest;
  readonly response: ChromeResponse;
  readonly serverIPAddress: string;
  readonly startedDateTime: string;
  /** ms: the phases without `ssl`. */
  readonly time: number;
  readonly timings: ChromeTimings;
}

export interface ChromeInitiator {
  readonly type: 'script' | 'parser' | 'preflight' | 'other';
  readonly url?: string;
  readonly requestId?: string;
  /** 0-based. */
  readonly lineNumber?: number;
  readonly stack?: ChromeStack;
}

export interface ChromeStack {
  readonly description?: string;
  readonly callFrames: readonly ChromeFrame[];
  /** What scheduled this stack: a promise, a timer. */
  readonly parent?: ChromeStack;
}

export interface ChromeFrame {
  readonly functionName: string;
  readonly scriptId: string;
  readonly url: string;
  /** 0-based. */
  readonly lineNumber: number;
  /** 0-based. */
  readonly columnNumber: number;
}

export interface ChromeWebSocketMessage {
  readonly type: 'send' | 'receive';
  /** Seconds since 1970, unlike every other time in a HAR. */
  readonly time: number;
  readonly opcode: 1 | 2;
  readonly data: string;
}

export interface NameValue {
  readonly name: string;
  readonly value: string;
}

export interface ChromeCookie extends NameValue {
  readonly path: string;
  readonly domain: string;
  readonly expires: string;
  readonly httpOnly: boolean;
  readonly secure: boolean;
  readonly sameSite?: 'Lax' | 'Strict' | 'None';
}

export interface ChromeRequest {
  readonly method: string;
  readonly url: string;
  readonly httpVersion: string;
  readonly headers: readonly NameValue[];
  readonly queryString: readonly NameValue[];
  readonly cookies: readonly ChromeCookie[];
  /** -1 over HTTP/2, where header fields have no size of their own. */
  readonly headersSize: number;
  readonly bodySize: number;
  readonly postData?: { readonly mimeType: string; readonly text: string };
}

export interface ChromeResponse {
  readonly status: number;
  readonly statusText: string;
  readonly httpVersion: string;
  readonly headers: readonly NameValue[];
  readonly cookies: readonly ChromeCookie[];
  readonly content: ChromeContent;
  readonly redirectURL: string;
  readonly headersSize: number;
  readonly bodySize: number;
  readonly _transferSize: number;
  readonly _error: string | null;
  readonly _fetchedViaServiceWorker: boolean;
}

export interface ChromeContent {
  /** Decoded bytes. */
  readonly size: number;
  readonly mimeType: string;
  readonly text?: string;
  readonly encoding?: 'base64';
}

/** ms; -1 = the phase did not happen. */
export interface ChromeTimings {
  readonly blocked: number;
  readonly dns: number;
  readonly ssl: number;
  readonly connect: number;
  readonly send: number;
  readonly wait: number;
  readonly receive: number;
  readonly _blocked_queueing: number;
  readonly _workerStart: -1;
  readonly _workerReady: -1;
  readonly _workerFetchStart: -1;
  readonly _workerRespondWithSettled: -1;
}
