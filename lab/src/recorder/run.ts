import type { BrowserVerdict } from '../scenario/recorded-truth.ts';

/** What one run of a scenario left behind, before anything is made the same for every run. */
export interface Run {
  readonly startedMs: number;
  readonly ports: { readonly httpsPort: number; readonly httpPort: number };
  readonly chrome: { readonly text: string; readonly requestIds: readonly string[] };
  readonly sanitized: string;
  readonly playwright: string;
  readonly playwrightZip: Uint8Array;
  readonly verdicts: readonly BrowserVerdict[];
  readonly looseIssues: readonly string[];
  /** Log files by name. */
  readonly logs: ReadonlyMap<string, string>;
}
