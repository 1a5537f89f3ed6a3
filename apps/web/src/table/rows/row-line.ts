import type { EntryIndex } from '@harrier/har';
import type { RowGroup, RowLink } from '../../engine/view/view-question.ts';
import type { BenchWords } from '../../words/bench-words.ts';
import type { ColumnId } from '../columns/column-table.ts';
import type { Cells } from '../use-cells.ts';

/** A request of the table, with everything that its line shows. */
export interface RequestLine {
  readonly kind: 'request';
  /** Place among the lines; 0 is the first. */
  readonly position: number;
  /** CSS pixels below the first line. */
  readonly top: number;
  readonly index: EntryIndex;
  readonly row: number;
  /** What its URL says, and what the entry says; absent: not read yet. */
  readonly urlCells: Cells | undefined;
  readonly cells: Cells | undefined;
  readonly failed: boolean;
  readonly slow: boolean;
  readonly selected: boolean;
  readonly link: RowLink;
}

/** A line that stands for several requests. */
export interface GroupLine {
  readonly kind: 'group';
  readonly position: number;
  readonly top: number;
  readonly group: RowGroup;
}

export type RowLine = RequestLine | GroupLine;

/** What all lines have in common. Another one, and their elements are made anew. */
export interface RowLook {
  readonly columns: readonly ColumnId[];
  readonly words: BenchWords['table'];
  /** Name of the button that searches the logs for a request's tracking id. */
  readonly searchLogs: string;
}
