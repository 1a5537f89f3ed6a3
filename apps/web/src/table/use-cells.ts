import { useEffect, useRef, useState } from 'react';
import type { CaptureTab } from '../captures/open-captures.ts';
import { useShownValues } from '../details/values/shown-values.tsx';
import type { CellTexts } from '../engine/cells/cell-texts.ts';
import { type ColumnId, columnOf } from './columns/column-table.ts';

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

/** The cells of rows in view that the page cannot fill itself. URLs come at once, the others a moment later. */
export function useCells(
  tab: CaptureTab,
  rows: readonly number[],
  columns: readonly ColumnId[],
): CellsOfRows {
  return {
    url: useCellsFrom('url', 0, tab, rows, columns),
    // Rows that are scrolled past are not opened.
    entry: useCellsFrom('entry', SETTLE_MS, tab, rows, columns),
  };
}

function useCellsFrom(
  from: 'url' | 'entry',
  settleMs: number,
  tab: CaptureTab,
  rows: readonly number[],
  columns: readonly ColumnId[],
): ReadonlyMap<number, Cells> {
  const unmasked = useShownValues((state) => state.open.has(tab.id));
  const asked = columns.filter((id) => columnOf(id).from === from);
  const question = `${tab.id} ${tab.state} ${unmasked} ${asked.join('\n')}`;
  const kept = useRef({ question, cells: new Map<number, Cells>() });
  if (kept.current.question !== question) kept.current = { question, cells: new Map() };
  const { cells } = kept.current;
  const [, redraw] = useState(0);
  const missing = asked.length === 0 ? [] : rows.filter((row) => !cells.has(row));
  const key = missing.join();
  const { connection } = tab;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the lists are new at each drawing; their texts tell
  useEffect(() => {
    if (key === '') return;
    let isOld = false;
    const read = async (): Promise<void> => {
      for (const { row, cells: texts } of await connection.engine.cells(missing, asked, unmasked))
        cells.set(row, texts);
      for (const row of cells.keys()) {
        if (cells.size <= KEPT_ROWS) break;
        cells.delete(row);
      }
      if (!isOld) redraw((times) => times + 1);
    };
    const later = settleMs === 0 ? void read() : setTimeout(() => void read(), settleMs);
    return () => {
      isOld = true;
      clearTimeout(later ?? undefined);
    };
  }, [connection, question, key]);
  return cells;
}
