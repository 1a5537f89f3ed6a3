/** In what requests can be alike. */
export const traitDimensions = [
  'template',
  'host',
  'site',
  'region',
  'serverIp',
  'connection',
  'httpVersion',
  'scheme',
  'method',
  'resourceType',
  'mediaType',
  'initiatorType',
  'initiator',
  'page',
  'hour',
  'idPrefix',
  'authorization',
  'cookies',
  'body',
  'priority',
] as const;

export type TraitDimension = (typeof traitDimensions)[number];

/** What failed requests have in common and the others have not. */
export interface TraitFacts {
  readonly dimension: TraitDimension;
  /** A host, a path template, a version …; `yes` or `no` of what is there or not. No credential, no query. */
  readonly value: string;
  /** So many of the failed requests have it. */
  readonly failed: number;
  readonly allFailed: number;
  readonly others: number;
  readonly allOthers: number;
}

/** Sentences about traits. */
export interface CommonalityWords {
  readonly dimension: Readonly<Record<TraitDimension, string>>;
  readonly yes: string;
  readonly no: string;
  common(what: string, value: string, facts: TraitFacts): string;
}
