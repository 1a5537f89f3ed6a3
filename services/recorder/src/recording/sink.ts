/** Fields to which things are added after an entry was handed over. */
export type AmendedField =
  | '_issues'
  | '_consoleErrors'
  | '_webSocketMessages'
  | '_eventSourceMessages'
  | '_screenshots';

/** A page of the capture: one navigation of a tab. */
export interface PageLine {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** Where a recording goes while it is made: a ledger in this memory, or a process that keeps it. */
export interface RecordingSink {
  /** A finished entry, or one that is still open; the last under a key counts. `order`: entries stand in the order of this number. */
  entry(key: string, order: number, entry: object): void;
  /** Added to a field of the entry, or, with no key, of the log. */
  amend(key: string | undefined, field: AmendedField, item: object): void;
  /** The last under an id counts. */
  page(page: PageLine): void;
  /** A picture of a page, PNG. */
  picture(name: string, pngBase64: string): void;
  /** Fields of the log: `creator`, `browser`, `_recording`. The last of a name counts. */
  head(fields: Readonly<Record<string, unknown>>): void;
  /** Bytes that were given and not taken yet; whoever fetches bodies waits while it is large. */
  readonly waitingBytes: number;
}
