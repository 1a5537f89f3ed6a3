import { useEffect, useRef, useState } from 'react';
import type { CaptureTab } from '../captures/open-captures.ts';
import { useShownValues } from '../details/values/shown-values.tsx';
import type { CellTexts } from '../engine/cells/cell-texts.ts';
import { type ColumnId, columnOf } from './columns/column-table.ts';
import { useBeforePrint } from './print-page.ts';

export type Cells = CellTexts['cells'];

/** Rows whose cells are kept; one who scrolls back sees them at once. */
const KEPT_ROWS = 2000;

/** One who scrolls or types on sees other rows by then. */
const SETTLE_MS = 50;

/** Of each row, what its URL says, and what the entry says. */
export interface CellsOfRows {
  readonly url: ReadonlyMap<number, Cells>;
  readonly entry: ReadonlyMap<number, Cells>;
}

/** Lines around the window whose URLs are there before they are; farther ones are asked for along with them. */
export const NEAR_LINES = 40;
export const FAR_LINES = 160;

/** Rows that cells are wanted of. */
export interface WantedRows {
  readonly inView: readonly number[];
  /** Within {@link NEAR_LINES} of the window. */
  readonly near: readonly number[];
  /** Within {@link FAR_LINES} of it. */
  far(): readonly number[];
  /** Printed, window or not. */
  onPaper(): readonly number[];
}

/** The cells of rows in view that the page cannot fill itself. URLs come ahead of the rows, the others a moment later. */
export function useCells(tab: CaptureTab, rows: WantedRows, columns: readonly ColumnId[]): CellsOfRows {
  const { inView, near, far, onPaper } = rows;
  const url = useCellsFrom('url', 0, tab, near, far, columns);
  // Rows that are scrolled past are not opened.
  const entry = useCellsFrom('entry', SETTLE_MS, tab, inView, () => inView, columns);
  useBeforePrint(async () => await Promise.all([url, entry].map(({ read }) => read(onPaper()))));
  return { url: url.cells, entry: entry.cells };
}

function useCellsFrom(
  from: 'url' | 'entry',
  settleMs: number,
  tab: CaptureTab,
  rows: readonly number[],
  /** What is read when one of `rows` is missing. */
  ahead: () => readonly number[],
  columns: readonly ColumnId[],
): FetchedCells {
  const unmasked = useShownValues((state) => state.open.has(tab.id));
  const asked = columns.filter((id) => columnOf(id).from === from);
  const question = `${tab.id} ${tab.state} ${unmasked} ${asked.join('\n')}`;
  const kept = useRef(emptyCells(question));
  if (kept.current.question !== question) kept.current = emptyCells(question);
  const { cells, underWay } = kept.current;
  const [, redraw] = useState(0);
  const isMissing = (row: number): boolean => !cells.has(row) && !underWay.has(row);
  const key = asked.length === 0 ? '' : rows.filter(isMissing).join();
  const { connection } = tab;
  const read = async (wanted: readonly number[]): Promise<void> => {
    const missing = asked.length === 0 ? [] : wanted.filter((row) => !cells.has(row));
    if (missing.length === 0) return;
    for (const row of missing) underWay.add(row);
    // What is wanted now goes last.
    for (const row of wanted) touch(cells, row);
    try {
      for (const { row, cells: texts } of await connection.engine.cells(missing, asked, unmasked))
        cells.set(row, texts);
    } finally {
      for (const row of missing) underWay.delete(row);
    }
    for (const row of cells.keys()) {
      if (cells.size <= KEPT_ROWS) break;
      cells.delete(row);
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the lists are new at each drawing; their texts tell
  useEffect(() => {
    if (key === '') return;
    const readAhead = async (): Promise<void> => {
      await read(ahead().filter(isMissing));
      redraw((times) => times + 1);
    };
    if (settleMs === 0) {
      void readAhead();
      return;
    }
    const later = setTimeout(() => void readAhead(), settleMs);
    return () => clearTimeout(later);
  }, [connection, question, key]);
  return { cells, read };
}

interface FetchedCells {
  readonly cells: ReadonlyMap<number, Cells>;
  /** Has the cells of some rows there. */
  read(rows: readonly number[]): Promise<void>;
}

interface KeptCells {
  readonly question: string;
  readonly cells: Map<number, Cells>;
  /** Rows that were asked for and have not come yet. */
  readonly underWay: Set<number>;
}

function touch(cells: Map<number, Cells>, row: number): void {
  const texts = cells.get(row);
  if (texts === undefined || !cells.delete(row)) return;
  cells.set(row, texts);
}

function emptyCells(question: string): KeptCells {
  return { question, cells: new Map(), underWay: new Set() };
}
