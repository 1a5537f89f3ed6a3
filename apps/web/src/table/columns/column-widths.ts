import { type ColumnSet, widthOf } from './column-set.ts';
import type { ColumnId } from './column-table.ts';

/**
 * Columns whose ends tell requests apart, and names; they take room that nobody else needs, half of it for the waterfall. Up to so
 * many pixels each: nobody reads a longer line in a table, and names are short.
 */
const GROWING: Readonly<Partial<Record<ColumnId, number>>> = { url: 720, error: 720, org: 150 };
const SHARE_OF_COLUMNS = 0.5;
/** What the waterfall has first. */
const LEAST_BESIDE = 320;

/** Of 13 px type, and the mark of a failure with the edges. */
const DIGIT_PX = 8;
const AROUND_NUMBER_PX = 32;

/**
 * The width of each column in a table of `tableWidthPx` with so many rows: what a person chose stays, numbers of rows are
 * whole, and on a wide screen the others grow.
 */
export function columnWidths(set: ColumnSet, tableWidthPx: number, rows: number): number[] {
  const numberPx = DIGIT_PX * String(rows).length + AROUND_NUMBER_PX;
  const widths = set.columns.map((id) =>
    id === 'index' && set.widths[id] === undefined ? Math.max(numberPx, widthOf(set, id)) : widthOf(set, id),
  );
  const sum = widths.reduce((total, width) => total + width, 0);
  const growing = set.columns.filter((id) => GROWING[id] !== undefined && set.widths[id] === undefined);
  if (growing.length === 0) return widths;
  const spare = Math.max(0, tableWidthPx - sum - LEAST_BESIDE);
  const each = (spare * (set.waterfall ? SHARE_OF_COLUMNS : 1)) / growing.length;
  return set.columns.map((id, at) => {
    const width = widths[at] as number;
    const most = growing.includes(id) ? (GROWING[id] ?? width) : width;
    return Math.max(width, Math.floor(Math.min(most, width + each)));
  });
}
