/** Why somebody needs to see something of an original. */
export type ExceptionReason =
  | 'value-needed'
  | 'body-needed'
  | 'legal'
  | 'sanitizer-fault'
  | 'security-incident';

/** What a case is told about an exception, in the order in which it can happen. */
export type ExceptionNews =
  | 'requested'
  | 'consent-given'
  | 'declined'
  | 'approved'
  | 'refused'
  | 'withdrawn'
  | 'released'
  | 'fetched'
  | 'lapsed';

/** Sentences about exceptions (break glass). A note that everybody reads has neither names nor the reason's text. */
export interface ExceptionWords {
  /** What happened; the first line of a note. */
  readonly news: Readonly<Record<ExceptionNews, string>>;
  /** Short, for a list of choices. */
  readonly reasons: Readonly<Record<ExceptionReason, string>>;
  readonly scope: {
    /** `count` is written as the language writes numbers. */
    values(count: string): string;
    /** `entries` is a list of indexes as the table of the clean capture shows them. */
    entries(entries: string): string;
    readonly whole: string;
  };
  by(name: string): string;
  reason(reason: string): string;
  sealed(sha256: string): string;
  audit(head: string): string;
}
