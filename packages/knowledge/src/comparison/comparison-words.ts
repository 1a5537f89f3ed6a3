/** A value, and the capture that holds it. */
export interface HeldValue {
  readonly value: string;
  readonly file: string;
}

/** Sentences about what differs between two captures. Files, places, values and names of members stay as they are. */
export interface ComparisonWords {
  /** `what` is one of the labels below, or the name of a feature. */
  differs(what: string, place: string, a: HeldValue, b: HeldValue): string;
  onlyIn(what: string, place: string, there: HeldValue, missingIn: string): string;
  requestOnlyIn(place: string, count: number, there: string, missingIn: string): string;
  /** `how`: the status, or that nothing was answered. */
  failedOnlyIn(place: string, how: string, there: string, missingIn: string): string;
  counts(place: string, a: number, fileA: string, b: number, fileB: string): string;
  /** `phase` in the language; undefined where no single one explains it. */
  slower(place: string, phase: string | undefined, slow: HeldValue, fast: HeldValue): string;
  readonly status: string;
  readonly noAnswer: string;
  member(pointer: string, message: 'request' | 'response'): string;
  header(name: string, message: 'request' | 'response'): string;
  /** Nothing that matters differs. */
  same(paired: number): string;
  /** The captures have no request in common. */
  readonly nothingPaired: string;
}
