/** What one upload and one log line cost, measured by this suite at small size. */
export interface UnitCosts {
  /** Time of the server's first thread on a core, to take a file in: once, and for each MB. */
  readonly takeMs: number;
  readonly takeMsPerMegabyte: number;
  /** The same of a worker, for all steps of an intake. */
  readonly workMs: number;
  readonly workMsPerMegabyte: number;
  /** What other threads of a process (hashes, compression, collecting garbage) compute for each ms of the first. */
  readonly helperShare: number;
  /** Waiting for the disk and for other processes, all steps of an intake together. */
  readonly waitMs: number;
  /** Transactions that end in an audit entry, for one upload: each is written to the disk before the next begins. */
  readonly auditEntries: number;
  /** How long the database takes for one of them. */
  readonly transactionMs: number;
  /** Of an original: what stays in the object store in the end. */
  readonly storedShare: number;
  /** Processor time to read, digest and store a thousand log lines. */
  readonly logMsPerThousandLines: number;
  readonly logBytesPerLine: number;
  readonly storedBytesPerLine: number;
  readonly lookUpMs: number;
}
