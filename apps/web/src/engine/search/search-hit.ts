/** Where in a request something was found. */
export type HitPlace = 'url' | 'request' | 'requestBody' | 'response' | 'responseBody' | 'messages' | 'other';

/** One place of one request that holds what is searched for. What stands there is asked for when it is shown. */
export interface SearchHit {
  readonly row: number;
  readonly place: HitPlace;
}

/** How far a search has come. */
export interface SearchProgress {
  readonly hits: readonly SearchHit[];
  /** Bytes that were looked through. */
  readonly readBytes: number;
  readonly totalBytes: number;
  /** Places beyond {@link MAX_HITS} are counted and not listed. */
  readonly unlisted: number;
}

/** Nobody reads on; they narrow the search. */
export const MAX_HITS = 5000;
