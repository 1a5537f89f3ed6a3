import type { BodySide, Entry, EntryIndex } from '@harrier/har';

/** What is known of a term on some evidence: `open` = more evidence is needed. */
export type Verdict = boolean | 'open';

/**
 * What the analysis says about an entry, as far as it is at hand. A `TableRow` is one. undefined =
 * not asked yet, null = asked, and there is none.
 */
export interface FilterRow {
  readonly url?: string;
  readonly trackingId?: string | null;
  /** The line of the Error column. */
  readonly error?: string | null;
  /** The organisation's name or id. */
  readonly org?: string | null;
  readonly failed?: boolean;
  readonly slow?: boolean;
  readonly retry?: boolean;
}

/** Bodies as text; a side that was not opened matches nothing. */
export interface FilterBodies {
  readonly request?: string;
  readonly response?: string;
}

/** An opened entry and what is known around it. */
export interface OpenedEntry {
  readonly entry: Entry;
  readonly row?: FilterRow;
  readonly bodies?: FilterBodies;
}

/** One row of the index, and the analysis of it where somebody has it. */
export interface IndexedRow {
  readonly index: EntryIndex;
  readonly i: number;
  readonly row?: FilterRow;
}

/** What a filter may ask for beyond the columns before it can decide every entry. */
export interface FilterNeeds {
  /** The URL, which can be read by its byte range without opening the entry. */
  readonly url: boolean;
  readonly entry: boolean;
  /** `bodySides` is not empty. */
  readonly body: boolean;
  readonly bodySides: readonly BodySide[];
  /** Its error line, organisation or other results of the analysis. */
  readonly row: boolean;
}

/** What one key needs; a subset of `FilterNeeds`. */
export interface KeyNeeds {
  readonly url?: true;
  readonly entry?: true;
  readonly bodySides?: readonly BodySide[];
  readonly row?: true;
}

/** Numbers that depend on taste; the defaults are the ones of the findings. */
export interface FilterSettings {
  /** From this duration on an exchange is slow. Default 1000 ms: the limit of a person's flow of thought (Nielsen 1993). */
  readonly slowMs: number;
  /** From this size on a response is large. Default 1 MB. */
  readonly largeBytes: number;
  /** Titles of pages for `page:`, by id. */
  readonly pageTitles: ReadonlyMap<string, string>;
}

export const DEFAULT_SETTINGS: FilterSettings = {
  slowMs: 1000,
  largeBytes: 1_000_000,
  pageTitles: new Map(),
};

/** The logic of three values: what stays open in a part may not matter for the whole. */
export function both<T>(parts: readonly T[], judge: (part: T) => Verdict): Verdict {
  let result: Verdict = true;
  for (const part of parts) {
    const verdict = judge(part);
    if (verdict === false) return false;
    if (verdict === 'open') result = 'open';
  }
  return result;
}

/** As `both`, for parts of which one is enough. */
export function either<T>(parts: readonly T[], judge: (part: T) => Verdict): Verdict {
  return opposite(both(parts, (part) => opposite(judge(part))));
}

export function opposite(verdict: Verdict): Verdict {
  return verdict === 'open' ? 'open' : !verdict;
}
