import type { Phase } from '@harrier/har';
import type { Dialect } from './dialect.ts';
import type { FindingName } from './finding-names.ts';
import type { ScenarioSet } from './scenario.ts';

/** What `truth.json` holds: one {@link RecordedTruth} a dialect. */
export interface TruthFile {
  readonly scenario: string;
  readonly title: string;
  /** The scenario's id before the slash. */
  readonly family: string;
  readonly set: ScenarioSet;
  readonly captures: readonly RecordedTruth[];
  /** What the browser said about each request, in the order of their start. */
  readonly browser: readonly BrowserVerdict[];
}

/** The truth about one file; entries are counted from 0 in the order of that file. */
export interface RecordedTruth {
  readonly dialect: Dialect;
  readonly file: string;
  readonly entryCount: number;
  readonly healthy?: true;
  readonly expects: readonly RecordedExpectation[];
  readonly allows: readonly FindingName[];
  readonly phases: readonly { readonly entry: number; readonly phase: Phase; readonly ms: number }[];
  /** Entries that the browser reported as failed, with its `net::ERR_…`; `net::ERR_ABORTED` is often no failure. */
  readonly failed: readonly FailedEntry[];
}

/** A request of which the browser itself said that it failed. */
export interface FailedEntry {
  readonly entry: number;
  readonly errorText: string;
  /** CDP's CorsError, where that is why. */
  readonly corsError?: string;
}

export interface RecordedExpectation {
  readonly finding: FindingName;
  readonly entries: readonly number[];
  readonly reason?: string;
  readonly phase?: Phase;
  readonly root?: true;
  /** Nothing in this file shows it: a finding is a guess, a miss is right. */
  readonly notObservable?: true;
}

/** One request as the browser judged it, from CDP. */
export interface BrowserVerdict {
  readonly requestId: string;
  readonly method: string;
  readonly url: string;
  /** Its position in the full DevTools export; absent where that has no entry for it. */
  readonly entry?: number;
  readonly status?: number;
  readonly errorText?: string;
  readonly canceled?: true;
  readonly blockedReason?: string;
  readonly corsError?: string;
  readonly cookies?: readonly BlockedCookie[];
  readonly issues?: readonly string[];
}

/** A cookie that the browser did not send, or did not keep. */
export interface BlockedCookie {
  readonly name: string;
  readonly direction: 'request' | 'response';
  readonly reasons: readonly string[];
}
