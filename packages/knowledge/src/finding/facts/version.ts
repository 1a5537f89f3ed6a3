/** Facts of the findings `version/…`, by id. */
export type VersionFacts = Record<never, never>;
