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
  const answers = view.rowsOfKinds((row) => {
    const code = status[row] as number;
    return (
      code >= 200 && code < 300 && view.outcome(row) === 'answered' && view.mimeType(row).includes('json')
    );
  });
  for (let at = answers.length - 1; at >= 0 && rows.length < most; at--) {
    const row = answers[at] as number;
    if (!wanted(row)) continue;
    const bytes = contentBytes(view.index, row) ?? 0;
    if (bytes >= 2 && bytes <= MAX_BYTES) rows.push(row);
  }
  return rows.reverse();
}
