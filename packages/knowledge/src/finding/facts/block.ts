/** Facts of the findings `block/…`, by id. */
export type BlockFacts = Record<never, never>;
