import { contentBytes } from '../exchange/content-bytes.ts';
import type { ColumnView } from '../findings/capture-view.ts';

/** Answers with settings are small. */
const MAX_BYTES = 64 * 1024;
/** The last ones count: what a person did before the capture was saved is what it is about. */
const MAX_ROWS = 300;

/**
 * Rows answered with 200 to 299 and a small JSON, the last ones of a capture that are `wanted`, in the order in which things
 * happened.
 */
export function jsonAnswers(
  view: ColumnView,
  wanted: (row: number) => boolean = () => true,
  most = MAX_ROWS,
): number[] {
  const { status } = view.index.columns;
  const rows: number[] = [];
  for (let at = view.rowsByStart.length - 1; at >= 0 && rows.length < most; at--) {
    const row = view.rowsByStart[at] as number;
    const code = status[row] as number;
    const bytes = contentBytes(view.index, row) ?? 0;
    if (code < 200 || code > 299 || bytes < 2 || bytes > MAX_BYTES) continue;
    if (view.mimeType(row).includes('json') && view.outcome(row) === 'answered' && wanted(row))
      rows.push(row);
  }
  return rows.reverse();
}
