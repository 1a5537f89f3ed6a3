/** Facts of the findings `lint/…`, by id. */
export type LintFacts = Record<never, never>;
