/** Something that Harrier is to reach, and what says whether it does. */
export type Promised = MeasuredPromise | TestedPromise;

/** Figures of a suite. */
export interface MeasuredPromise {
  readonly area: string;
  readonly goal: string;
  /** Name of the suite. */
  readonly suite: string;
  /** Which of its figures, by their goals. */
  readonly figures: RegExp;
}

/** What cannot be half true is held by tests: files from the repository's root. */
export interface TestedPromise {
  readonly area: string;
  readonly goal: string;
  readonly tests: readonly string[];
}
