import { type Capture, captureSpan, entryDurationMs } from '@harrier/har';
import { type BodyMarks, bodyMarks } from '../exchange/body-marks.ts';
import { outcomeOf } from '../exchange/outcome.ts';
import type { ColumnView } from './capture-view.ts';
import type { CaseContext } from './case-context.ts';

/** Bodies are looked at in turn; after so many rows others get their turn, and a cancellation is noticed. */
const ROWS_PER_CHECK = 256;

const unmarked: BodyMarks = { failure: false, denial: false, broken: false };

/** Everything that is known without opening an entry. */
export async function columnView(
  capture: Capture,
  signal?: AbortSignal,
  caseContext: CaseContext = {},
): Promise<ColumnView> {
  const { index } = capture;
  const { columns, strings } = index;
  const span = captureSpan(index);
  const starts = span.rowStartEpochMs;
  const rowsByStart = Array.from({ length: index.length }, (_, row) => row).sort(
    (a, b) => (starts[a] as number) - (starts[b] as number) || a - b,
  );
  const positions = new Uint32Array(index.length);
  rowsByStart.forEach((row, position) => {
    positions[row] = position;
  });
  const marks = new Map<number, BodyMarks>();
  for (let row = 0; row < index.length; row++) {
    if (row % ROWS_PER_CHECK === 0) signal?.throwIfAborted();
    const found = await bodyMarks(capture, row);
    if (found.failure || found.denial || found.broken) marks.set(row, found);
  }
  return {
    capture,
    index,
    caseContext,
    rowsByStart,
    position: (row) => positions[row] ?? 0,
    outcome: (row) => outcomeOf(index, row),
    marks: (row) => marks.get(row) ?? unmarked,
    method: (row) => strings.get(columns.method[row] as number),
    host: (row) => strings.get(columns.host[row] as number),
    mimeType: (row) => strings.get(columns.mimeType[row] as number),
    resourceType: (row) => strings.get(columns.resourceType[row] as number),
    startMs: (row) => starts[row] as number,
    durationMs: (row) => entryDurationMs(index, row),
  };
}
