import type { ReasonCode } from './exception.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How strict a tenant is. */
export interface ExceptionPolicy {
  /** How long a request waits for its approval, and an approval for its release. */
  readonly stepMs: number;
  /** How long a release can be fetched. */
  readonly releaseMs: number;
  /** How long a grant works. */
  readonly grantMs: number;
  /** Characters that a reason must have: an auditor reads it a year later. */
  readonly leastReason: number;
  /** Whether the customer must agree before anybody approves. */
  readonly needsConsent: boolean;
  /** Reasons for which the whole file may be asked for at once; otherwise single values come first. */
  readonly wholeAtOnce: readonly ReasonCode[];
}

/**
 * Three days, because a weekend lies between many a request and its answer; four hours, a shift; a quarter of an hour, a
 * download and its retry.
 */
export const defaultExceptionPolicy: ExceptionPolicy = {
  stepMs: 3 * dayMs,
  releaseMs: 4 * hourMs,
  grantMs: 15 * minuteMs,
  leastReason: 20,
  needsConsent: false,
  wholeAtOnce: ['legal', 'security-incident'],
};
