import type { Capture } from '@harrier/har';
import type { ColumnId } from '../../table/columns/column-table.ts';
import { cellTexts } from '../cells/cell-texts.ts';
import { Turns } from '../turn.ts';

const ROWS_PER_STEP = 50;

/**
 * Every row's value of a column that the index does not hold, for sorting: each entry is opened once. A column of numbers
 * is sorted as numbers. `tell` hears the share that was read. Error: the signal's reason.
 */
export async function columnValues(
  capture: Capture,
  column: ColumnId,
  tell: (share: number) => void,
  signal: AbortSignal,
): Promise<(string | number | undefined)[]> {
  const { length } = capture.index;
  const values: (string | undefined)[] = [];
  const turns = new Turns(signal);
  for (let from = 0; from < length; from += ROWS_PER_STEP) {
    const rows = Array.from({ length: Math.min(ROWS_PER_STEP, length - from) }, (_, at) => from + at);
    for (const { cells } of await cellTexts(capture, rows, [column], undefined)) values.push(cells[column]);
    if (!turns.isOver) continue;
    tell(from / length);
    await turns.pause();
  }
  const areNumbers = values.every((value) => value === undefined || /^-?\d{1,15}(?:\.\d{1,9})?$/.test(value));
  return areNumbers ? values.map((value) => (value === undefined ? undefined : Number(value))) : values;
}
