/** What is known about the trouble besides the capture: from a case, or from whoever asks. All of it may be missing. */
export interface CaseContext {
  /** The host that the trouble is with, e.g. `admin.example.com`; hosts below it count as well. */
  readonly host?: string;
  /** When it happened, ms since 1970. */
  readonly atEpochMs?: number;
  /** What is missed: names of features as the service or the person writes them. */
  readonly features?: readonly string[];
}
