/** What a batch's answer says of its parts. */
export interface BatchItems {
  readonly items: number;
  /** How many of them failed; at least one. */
  readonly failed: number;
  /** Of the first one that failed, where it has one. */
  readonly itemStatus?: number;
  /** The sentence of the first one that failed; its status where it has no sentence. */
  readonly text: string;
  /** JSON pointer to the first one that failed, where the answer is JSON. */
  readonly pointer?: string;
}

/** Longer answers are data; so many parts are looked at. */
export const MAX_ITEMS = 2000;
