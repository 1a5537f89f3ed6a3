/**
 * The parts of the DevTools protocol's domain Network that a recording keeps. Times are seconds: `timestamp` on the browser's
 * monotonic clock, `wallTime` since 1970. Spec: DevTools protocol, Network (Chromium 120 to 156 agree on these).
 */
export interface NetworkRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly postData?: string;
  readonly hasPostData?: boolean;
  readonly mixedContentType?: string;
  readonly initialPriority: string;
  readonly referrerPolicy?: string;
}

/** Several fields of one name come as one, joined by line feeds. */
export type Headers = Readonly<Record<string, string>>;

/** ms after `requestTime`, which is in seconds; -1 = did not happen. */
export interface ResourceTiming {
  readonly requestTime: number;
  readonly proxyStart: number;
  readonly proxyEnd: number;
  readonly dnsStart: number;
  readonly dnsEnd: number;
  readonly connectStart: number;
  readonly connectEnd: number;
  readonly sslStart: number;
  readonly sslEnd: number;
  readonly sendStart: number;
  readonly sendEnd: number;
  readonly receiveHeadersEnd: number;
  readonly workerStart: number;
  readonly workerReady: number;
  readonly workerFetchStart?: number;
  readonly workerRespondWithSettled?: number;
  readonly workerRouterEvaluationStart?: number;
  readonly workerCacheLookupStart?: number;
}

export interface SecurityDetails {
  readonly protocol: string;
  readonly keyExchange: string;
  readonly cipher: string;
  readonly subjectName: string;
  readonly issuer: string;
  readonly validFrom: number;
  readonly validTo: number;
}

export interface NetworkResponse {
  readonly url: string;
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  readonly requestHeaders?: Headers;
  readonly mimeType: string;
  readonly connectionReused: boolean;
  readonly connectionId: number;
  readonly remoteIPAddress?: string;
  readonly remotePort?: number;
  readonly fromDiskCache?: boolean;
  readonly fromServiceWorker?: boolean;
  readonly encodedDataLength: number;
  readonly timing?: ResourceTiming;
  readonly protocol?: string;
  readonly securityDetails?: SecurityDetails;
  readonly serviceWorkerResponseSource?: string;
  readonly cacheStorageCacheName?: string;
  readonly serviceWorkerRouterInfo?: {
    readonly ruleIdMatched?: number;
    readonly matchedSourceType?: string;
    readonly actualSourceType?: string;
  };
}

export interface Initiator {
  readonly type: string;
  readonly url?: string;
  readonly lineNumber?: number;
  readonly columnNumber?: number;
  readonly requestId?: string;
  readonly stack?: object;
}

export interface ProtocolCookie {
  readonly name: string;
  readonly value: string;
  readonly domain: string;
  readonly path: string;
  /** Seconds since 1970; -1 = until the browser ends. */
  readonly expires: number;
  readonly httpOnly: boolean;
  readonly secure: boolean;
  readonly sameSite?: string;
  readonly partitionKey?: { readonly topLevelSite: string };
}

export interface RequestExtraInfo {
  readonly requestId: string;
  readonly headers: Headers;
  readonly associatedCookies: readonly {
    readonly cookie: ProtocolCookie;
    readonly blockedReasons: readonly string[];
    readonly exemptionReason?: string;
  }[];
  readonly connectTiming?: { readonly requestTime: number };
}

export interface ResponseExtraInfo {
  readonly requestId: string;
  readonly headers: Headers;
  readonly headersText?: string;
  readonly statusCode?: number;
  readonly resourceIPAddressSpace?: string;
  readonly blockedCookies: readonly {
    readonly blockedReasons: readonly string[];
    readonly cookieLine: string;
    readonly cookie?: ProtocolCookie;
  }[];
}

export interface RequestWillBeSent {
  readonly requestId: string;
  readonly loaderId: string;
  readonly documentURL: string;
  readonly request: NetworkRequest;
  readonly timestamp: number;
  readonly wallTime: number;
  readonly initiator: Initiator;
  readonly redirectHasExtraInfo?: boolean;
  readonly redirectResponse?: NetworkResponse;
  readonly type?: string;
  readonly frameId?: string;
  readonly hasUserGesture?: boolean;
}

export interface ResponseReceived {
  readonly requestId: string;
  readonly loaderId?: string;
  readonly frameId?: string;
  readonly timestamp: number;
  readonly type: string;
  readonly response: NetworkResponse;
  readonly hasExtraInfo?: boolean;
}

export interface LoadingFailed {
  readonly requestId: string;
  readonly timestamp: number;
  readonly type: string;
  readonly errorText: string;
  readonly canceled?: boolean;
  readonly blockedReason?: string;
  readonly corsErrorStatus?: { readonly corsError: string; readonly failedParameter: string };
}

export interface WebSocketFrame {
  readonly opcode: number;
  readonly payloadData: string;
}
