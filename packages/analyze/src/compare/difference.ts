import type { DifferenceFacts } from '@harrier/knowledge';

/** One way in which two captures differ, told once for all requests that it is seen in. */
export interface Difference {
  /** Rows of the first capture, then of the second, in which it is seen; the first ones only. */
  readonly entries: { readonly a: readonly number[]; readonly b: readonly number[] };
  readonly facts: DifferenceFacts;
  /** How telling it is; comparable within one comparison. */
  readonly score: number;
}

/** Weights before nearness to what the person did. A judgement, not a measurement; the order is what matters. */
export const weights = {
  /** It worked in one and failed in the other. */
  failure: 1000,
  /** A permission that one has and the other has not: nothing fails, and nothing shows. */
  access: 900,
  /** Both failed, differently. */
  otherFailure: 500,
  /** It failed in one, and the other never asked for it. */
  lonelyFailure: 450,
  /** A member that speaks of an error, on one side. */
  errorMember: 400,
  /** true and false: switched on, assigned, allowed. */
  flag: 300,
  /** A request that was made in one only. */
  presence: 260,
  /** Two words of a small vocabulary: `Basic` and `Professional`. */
  word: 250,
  /** Answered well, in another way: 200 and 302. */
  otherAnswer: 200,
  /** Fields that decide about permission, caching and reading by other origins. */
  tellingHeader: 150,
  /** There in one, or of another type. */
  structure: 140,
  time: 120,
  number: 60,
  header: 40,
  count: 15,
} as const;

/** So many rows of a difference are named; the rest is alike. */
export const MAX_NAMED_ROWS = 5;
