import type { Source } from './source.ts';

/**
 * One page of the knowledge base in one language. Texts carry two marks: `` `literal` `` for what stands in a capture and is
 * never translated, and `**menu item**` for what a program shows; see `segments`.
 */
export interface Page {
  /** `status/502`; what `harrier explain status 502` and links name. */
  readonly topic: string;
  /** A literal (`Set-Cookie`) or a title in the page's language. */
  readonly title: string;
  /** One or two sentences: the answer. */
  readonly lead: string;
  readonly blocks: readonly Block[];
  /** Where the facts come from. The sentences are ours. */
  readonly sources: readonly Source[];
  /** The day as of which its facts are told, `2026-11-21`: browsers and products change theirs. */
  readonly asOf: string;
}

/** A part of a page, in the order in which it is read. */
export type Block =
  /** Values beside their labels. */
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | { readonly kind: 'text'; readonly heading: string; readonly text: string }
  | { readonly kind: 'list'; readonly heading: string; readonly items: readonly string[] }
  /** To be done in this order. */
  | { readonly kind: 'steps'; readonly heading: string; readonly items: readonly string[] }
  /** As it stands in a capture, without marks. */
  | { readonly kind: 'example'; readonly heading: string; readonly text: string }
  | {
      readonly kind: 'table';
      readonly heads: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  /** Other pages by their topic. */
  | { readonly kind: 'see'; readonly heading: string; readonly topics: readonly string[] };

/** The pages of one group in one language. */
export interface Book {
  /** What the group is called. */
  readonly title: string;
  /** The page on the group as a whole, where there is one; groups of one page have only this. */
  readonly overview: Page | undefined;
  /** The canonical name of each page, in the order in which they are listed. */
  readonly names: readonly string[];
  /** The canonical name of what people write: in any case, by any other name of a page. */
  find(name: string): string | undefined;
  /** The page that {@link find} means. What it alone needs is loaded when it is asked for. */
  page(name: string): Promise<Page | undefined>;
}
