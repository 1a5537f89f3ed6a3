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
};
