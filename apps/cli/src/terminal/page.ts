import type { Sink } from '../io.ts';
import type { AllWords } from '../words/for-language.ts';
import { escapeText } from './escape.ts';
import type { Style } from './style.ts';
import { padEnd, widestOf, widthOf } from './width.ts';
import { wrap } from './wrap.ts';

/** Lines longer than this are hard to read, however wide the terminal. */
const comfortableCells = 120;
const narrowestCells = 40;

/** Pieces of about this size go to the output: fewer system calls, and still constant memory. */
const batchCharacters = 32 * 1024;

/** What is being printed, line by line. The lines are escaped by whoever adds them. */
export interface Page {
  readonly style: Style;
  readonly words: AllWords;
  /** Cells of a line; Infinity where the output is no terminal. */
  readonly cells: number;
  /** Cells for running text. */
  readonly proseCells: number;
  line(text?: string): void;
  /** Whether nothing was printed yet. */
  readonly isEmpty: boolean;
  /** Waits until what was added could be written. To be called now and then by whoever adds much. */
  flushIfFull(): Promise<void>;
  flush(): Promise<void>;
}

export function createPage(sink: Sink, style: Style, words: AllWords): Page {
  let pending = '';
  let isEmpty = true;
  const cells =
    sink.columns === undefined ? Number.POSITIVE_INFINITY : Math.max(sink.columns, narrowestCells);
  const page: Page = {
    style,
    words,
    cells,
    proseCells: Math.min(cells, comfortableCells),
    line(text = '') {
      pending += `${text}\n`;
      isEmpty = false;
    },
    get isEmpty() {
      return isEmpty;
    },
    async flushIfFull() {
      if (pending.length >= batchCharacters) await page.flush();
    },
    async flush() {
      const text = pending;
      pending = '';
      if (text !== '') await sink.write(text);
    },
  };
  return page;
}

/** A heading, with an empty line above it unless it is the first line. */
export function heading(page: Page, text: string): void {
  if (!page.isEmpty) page.line();
  page.line(page.style.strong(text));
}

/** A captured or composed value beside its label. */
export interface Labelled {
  readonly label: string;
  /** Not escaped yet. */
  readonly value: string;
  readonly look?: (text: string) => string;
}

/** A row for {@link labelledRows}, or none where the value is not known. */
export function knownRow(
  label: string,
  value: string | null | undefined,
  look?: (text: string) => string,
): Labelled | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  return look === undefined ? { label, value } : { label, value, look };
}

/** Labels in one column, values in the next, wrapped under each other. */
export function labelledRows(page: Page, rows: readonly (Labelled | undefined)[], indent = '  '): void {
  const shown = rows.filter((row) => row !== undefined);
  // A label that is a header's name may be as long as it likes; it must not push all values away.
  const labelCells = Math.min(widestOf(shown.map((row) => escapeText(row.label))), 28);
  for (const { label, value, look = (text: string) => text } of shown) {
    const head = `${indent}${padEnd(escapeText(label), labelCells)}  `;
    const lines = wrap(escapeText(value), Math.max(page.cells - widthOf(head), narrowestCells / 2));
    for (const [at, line] of lines.entries())
      page.line((at === 0 ? page.style.muted(head) : ' '.repeat(widthOf(head))) + look(line));
  }
}
