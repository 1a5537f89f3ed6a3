/** Facts of the findings `cors/…`, by id. */
export type CorsFacts = Record<never, never>;
