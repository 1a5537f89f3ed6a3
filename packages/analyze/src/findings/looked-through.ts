import { EntryFlag } from '@harrier/har';
import { isJsonType, WHOLE_BYTES } from '../exchange/body-marks.ts';
import type { ColumnView } from './capture-view.ts';

/** Its marks stand for the whole body, and say that it speaks of no failure. The parts of a 207 are read whatever they say. */
export function wasLookedThrough(view: ColumnView, row: number): boolean {
  const { contentLength, flags, status } = view.index.columns;
  return (
    view.outcome(row) === 'answered' &&
    status[row] !== 207 &&
    !view.marks(row).failure &&
    isJsonType(view.mimeType(row)) &&
    (contentLength[row] as number) <= WHOLE_BYTES &&
    ((flags[row] as number) & EntryFlag.contentBase64) === 0
  );
}
