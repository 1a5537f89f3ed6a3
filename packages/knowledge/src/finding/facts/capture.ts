/** Facts of the findings `capture/…`, by id. */
export type CaptureFacts = {
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
  /** Host of the page with which the capture begins, and of the one that led to it. */
  readonly 'capture/not-preserved': { readonly host: string };
  readonly 'capture/started-late': { readonly requests: number };
  /** `harrier` its marker · `devtools` Chrome's own sanitized export · `other` something that left masks. */
  readonly 'capture/sanitized': { readonly by: 'harrier' | 'devtools' | 'other' };
  readonly 'capture/over-sanitized': {
    /** Of so many texts in the answers that were looked at, so many are masks. */
    readonly masked: number;
    readonly values: number;
    /** Tracking ids that are masks. */
    readonly maskedIds: number;
  };
  /** Requests that were looked at. */
  readonly 'capture/cache-disabled': { readonly requests: number };
  readonly 'capture/wrong-page': {
    /** The host of the case. */
    readonly wanted: string;
    /** The busiest hosts of the capture, joined by a comma and a blank. */
    readonly hosts: string;
  };
  readonly 'capture/too-old': {
    readonly days: number;
    /** Date of the last request, `YYYY-MM-DD`, UTC. */
    readonly recordedAt: string;
  };
  readonly 'capture/no-error': { readonly requests: number };
  readonly 'capture/no-ids': { readonly requests: number };
  readonly 'capture/out-of-order': {
    /** Entries that stand behind later ones. */
    readonly moved: number;
    /** Entries with a negative duration. */
    readonly negative: number;
  };
  readonly 'capture/producer': {
    readonly producer: string;
    readonly version?: string;
    /** It says why connections broke. */
    readonly networkErrors: boolean;
    /** It says how long phases took. */
    readonly timings: boolean;
  };
  readonly 'capture/counter-gap': {
    /** Prefix and UUID of the session's ids. */
    readonly session: string;
    readonly missing: number;
    /** The first five missing numbers, joined by a comma and a blank. */
    readonly numbers: string;
    readonly first: number;
    readonly last: number;
  };
};
