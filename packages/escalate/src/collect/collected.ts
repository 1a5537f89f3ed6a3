import type { Analysis, Exchange, FileDamage } from '@harrier/analyze';
import type { Answers } from '../answers/answers.ts';
import type { RedactionReport } from '../clean/clean-together.ts';
import type { LogRecord } from '../logs/log-record.ts';
import type { Step } from './steps.ts';
import type { Moment } from './timeline.ts';

/** A failed request, or the one that shows the trouble. */
export interface ShownError {
  /** Index in the original file's order. */
  readonly entry: number;
  readonly exchange: Exchange;
}

/** An id and what is known of it. */
export interface AskedId {
  readonly id: string;
  /** Where it stands; undefined: somebody named it, and the analysis did not. */
  readonly found?: { readonly entry: number };
  readonly occurs: boolean;
  readonly records: number;
}

/** Everything that a package tells, clean. Numbers of entries are the original file's. */
export interface Collected {
  readonly answers: Answers;
  readonly analysis: Analysis;
  readonly entries: number;
  /** Rows of the original that the package holds, ascending. */
  readonly rows: readonly number[];
  /** Rows that failed and are not in the package. */
  readonly leftOut: number;
  readonly errors: readonly ShownError[];
  readonly ids: readonly AskedId[];
  /** Whether logs were searched at all. */
  readonly searched: boolean;
  /** Records of the ids, in time order. */
  readonly records: readonly LogRecord[];
  /** Records that were given and belong to no id. */
  readonly otherRecords: number;
  readonly steps: readonly Step[];
  readonly timeline: readonly Moment[];
  readonly environment: Environment;
  readonly redactions: RedactionReport;
}

/** Where it happened: what the capture says, and what a person adds. */
export interface Environment {
  readonly browser?: string;
  readonly recorder?: string;
  readonly userAgent?: string;
  /** Hosts of the errors. */
  readonly hosts: readonly string[];
  /** ISO 8601, UTC; half-open. */
  readonly from?: string;
  readonly until?: string;
  /** The original was cut off or broken; absent where it was whole. */
  readonly damage?: readonly FileDamage[];
  /** As a person says it. */
  readonly said: Readonly<Record<string, string>>;
}
