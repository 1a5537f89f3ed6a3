import type { Language } from '../language.ts';

/**
 * The shape of the English texts: the same keys, and lists of the same length. What a language lacks, or has too much of, does
 * not compile.
 */
export type SameShape<English> = {
  readonly [Key in keyof English]: English[Key] extends string ? string : SameShape<English[Key]>;
};

/** Where each language keeps one group's texts. Functions, so that a language is loaded when somebody reads it. */
export type Shelf<Texts> = Readonly<Record<Language, () => Promise<Texts>>>;
