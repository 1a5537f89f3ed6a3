import type { FilterProblem } from '@harrier/analyze';
import type { SortKey } from '../sort-rows.ts';

/** What is asked of the table. */
export interface ViewQuestion {
  /** An expression of the filter language; `''` lets everything through. */
  readonly filter: string;
  readonly sort: SortKey;
  readonly descending: boolean;
  /** `pages`: under the page that asked for them · `alike`: five and more of one template become one line. */
  readonly group: 'none' | 'pages' | 'alike';
  /** Preflights, redirects and retries stand below what they belong to; in the order of time only. */
  readonly joined: boolean;
  /** Requests that were under way in this time, ms since 1970; absent = the whole capture. */
  readonly range?: readonly [fromMs: number, toMs: number] | undefined;
  /** Keys of groups that are not as they are at first: pages are open, the alike closed. */
  readonly toggled: readonly string[];
}

/** Everything in the file's order. */
export const everything: ViewQuestion = {
  filter: '',
  sort: 'index',
  descending: false,
  group: 'none',
  joined: true,
  toggled: [],
};

/** A line of the table that stands for several requests. */
export interface RowGroup {
  readonly kind: 'page' | 'alike';
  /** The same whenever the same group is shown. */
  readonly key: string;
  /** The page's title, or method, host and path of the template. */
  readonly title: string;
  readonly count: number;
  readonly failed: number;
  readonly isOpen: boolean;
  /** The first request of it. */
  readonly row: number;
}

/** How a row belongs to the one above it. */
export const RowLink = { none: 0, preflight: 1, redirect: 2, retry: 3, member: 4 } as const;
export type RowLink = (typeof RowLink)[keyof typeof RowLink];

/** From here on a number in `RowView.rows` is a group: its place in `groups` is what lies above it. */
export const GROUP_LINE = 0x8000_0000;

/** The lines that the table shows, from the top. */
export interface RowView {
  /** Rows of the index, and groups from {@link GROUP_LINE} on. */
  readonly rows: Uint32Array;
  /** A {@link RowLink} for each line. */
  readonly links: Uint8Array;
  readonly groups: readonly RowGroup[];
  /** Requests that fit, whether a group hides them or not. */
  readonly requests: number;
  readonly problems: readonly FilterProblem[];
  /** Share of the capture that was looked through, 0…1; below 1 more lines come. */
  readonly share: number;
  /** Values are being collected to sort by: the lines stay as they are. */
  readonly isCollecting?: true;
}
