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
