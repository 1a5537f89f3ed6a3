import type { StatusCode } from './status-facts.ts';

/** Status codes in one language. */
export interface StatusWords {
  readonly overview: string;
  /** What the first digit says. */
  readonly classes: Readonly<Record<'1' | '2' | '3' | '4' | '5', string>>;
  /** What a code means, and what to do or to know when a capture shows it. */
  readonly statuses: Readonly<Record<StatusCode, readonly [meaning: string, next: string]>>;
}
