import type { FilterSettings, IndexedRow, KeyNeeds, OpenedEntry, Verdict } from '../evidence.ts';

/** Where a key comes from: what is not Harrier's own means what it means there. */
export type KeyOrigin = 'devtools' | 'firefox' | 'harrier';

interface KeyHead {
  /** As people write it. */
  readonly key: string;
  readonly aliases?: readonly string[];
  readonly origin: KeyOrigin;
  /** Nothing = the columns decide. */
  readonly needs: KeyNeeds;
}

/** The texts a key looks at. */
export interface Texts {
  readonly whole: readonly string[];
  /** Part of a text that is not at hand: whatever contains a part of it contains it. */
  readonly part?: string;
  /** There are no other texts. */
  readonly complete: boolean;
}

/**
 * What `:` means for a text: `contains` (and `*` alone: is there) · `literal` contains, whatever it is ·
 * `equals` · `any-of` a list between commas, each with `*` as wildcard · `tracking` an id, by its search key.
 * All of them ignore case.
 */
export type TextMeaning = 'contains' | 'literal' | 'equals' | 'any-of' | 'tracking';

export interface TextKey extends KeyHead {
  readonly kind: 'text';
  readonly means: TextMeaning;
  /** Takes a name in brackets: `optional` may, `needed` must have one. */
  readonly named?: 'needed';
  readonly fromColumns?: (at: IndexedRow) => Texts;
  readonly fromEntry: (opened: OpenedEntry, name: string, settings: FilterSettings) => readonly string[];
}

/** undefined = not known: no comparison holds. */
export type Known = number | undefined;

export interface NumberKey extends KeyHead {
  readonly kind: 'number';
  readonly unit: 'status' | 'bytes' | 'ms';
  /** What a plain number means: the same, at least as much, or within a tenth (Firefox). */
  readonly means: 'same' | 'at-least' | 'about';
  /** `exact: false` = rounded to Float32. */
  readonly fromColumns?: { readonly read: (at: IndexedRow) => Known; readonly exact: boolean };
  readonly fromEntry: (opened: OpenedEntry) => Known;
}

/** One of a fixed set of properties, e.g. `is:failed`. */
export interface Mark {
  readonly needs: KeyNeeds;
  /** No capture records it. */
  readonly unobservable?: true;
  readonly fromColumns?: (at: IndexedRow, settings: FilterSettings) => Verdict;
  readonly fromEntry: (opened: OpenedEntry, settings: FilterSettings) => boolean;
}

export interface MarkKey extends Omit<KeyHead, 'needs'> {
  readonly kind: 'mark';
  readonly marks: Readonly<Record<string, Mark>>;
}

export type FilterKey = TextKey | NumberKey | MarkKey;
