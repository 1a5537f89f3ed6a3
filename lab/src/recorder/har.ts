/** As much of a HAR as the lab looks at; everything else passes through. */
export interface Har {
  readonly log: {
    readonly pages?: HarPage[];
    readonly entries: HarEntry[];
  };
}

export interface HarPage {
  id: string;
  readonly startedDateTime: string;
}

export interface HarEntry {
  readonly startedDateTime: string;
  readonly time: number;
  readonly request: HarRequest;
  readonly response: HarResponse;
  readonly timings: Readonly<Record<string, number | undefined>>;
  pageref?: string;
  connection?: string;
  _connectionId?: string;
  _serverPort?: number;
  _frameref?: string;
  _monotonicTime?: number;
  /** Seconds since 1970. */
  readonly _securityDetails?: { validFrom?: number; validTo?: number };
  readonly _initiator?: object | null;
  readonly _resourceType?: string;
  readonly _fromCache?: 'memory' | 'disk';
}

export interface HarField {
  readonly name: string;
  readonly value: string;
}

export interface HarRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly HarField[];
  readonly postData?: { readonly text?: string; readonly encoding?: string };
}

export interface HarResponse {
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly HarField[];
  readonly content: { readonly text?: string; readonly encoding?: string };
  readonly _error?: string | null;
}
