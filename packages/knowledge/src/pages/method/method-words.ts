import type { MethodName } from './method-facts.ts';

/** What is said about one method. */
export interface MethodTexts {
  readonly meaning: string;
  /** The word for the table: what it is typically used for. */
  readonly use: string;
  /** What goes wrong with it, or what its look in a capture tells. */
  readonly pitfall: string;
}

/** Methods in one language. */
export interface MethodWords {
  readonly overview: string;
  /** What each column of the table means. */
  readonly columns: Readonly<
    Record<'safe' | 'idempotent' | 'cacheable' | 'use' | 'requestContent' | 'responseContent', string>
  >;
  readonly methods: Readonly<Record<MethodName, MethodTexts>>;
}
