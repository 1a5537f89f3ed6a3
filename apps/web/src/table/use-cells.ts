import { useEffect, useRef, useState } from 'react';
import type { CaptureTab } from '../captures/open-captures.ts';
import { useShownValues } from '../details/values/shown-values.tsx';
import type { CellTexts } from '../engine/cells/cell-texts.ts';
import { type ColumnId, columnOf } from './columns/column-table.ts';

export type Cells = CellTexts['cells'];

/** Rows whose cells are kept; one who scrolls back sees them at once. */
const KEPT_ROWS = 2000;

/** The cells of rows in view that the page cannot fill itself. They arrive a moment after the row. */
export function useCells(
  tab: CaptureTab,
  rows: readonly number[],
  columns: readonly ColumnId[],
): ReadonlyMap<number, Cells> {
  const unmasked = useShownValues((state) => state.open.has(tab.id));
  const asked = columns.filter((id) => columnOf(id).from === 'worker');
  const question = `${tab.id} ${tab.state} ${unmasked} ${asked.join('\n')}`;
  const kept = useRef({ question, cells: new Map<number, Cells>() });
  if (kept.current.question !== question) kept.current = { question, cells: new Map() };
  const { cells } = kept.current;
  const [, redraw] = useState(0);
  const missing = rows.filter((row) => !cells.has(row));
  const key = missing.join();
  const { connection } = tab;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the lists are new at each drawing; their texts tell
  useEffect(() => {
    if (key === '' || asked.length === 0) return;
    let isOld = false;
    void connection.engine.cells(missing, asked, unmasked).then((read) => {
      for (const { row, cells: texts } of read) cells.set(row, texts);
      for (const row of cells.keys()) {
        if (cells.size <= KEPT_ROWS) break;
        cells.delete(row);
      }
      if (!isOld) redraw((times) => times + 1);
    });
    return () => {
      isOld = true;
    };
  }, [connection, question, key]);
  return cells;
}
