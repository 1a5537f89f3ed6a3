import { EntryFlag, type EntryIndex, NO_RANGE, UNKNOWN_SIZE } from '@harrier/har';

/**
 * How long the captured content of an answer is, in bytes: as its text stands in the file, or as it lies beside the HAR
 * (Playwright's `attach`). undefined: the capture does not hold it.
 */
export function contentBytes({ columns }: EntryIndex, row: number): number | undefined {
  const written = columns.contentLength[row] as number;
  if (written !== NO_RANGE) return written;
  const size = columns.contentSize[row] as number;
  return liesBeside(columns.flags[row]) && size !== UNKNOWN_SIZE ? size : undefined;
}

/** Whether the capture holds what was sent with a request. */
export function holdsPostData({ columns }: EntryIndex, row: number): boolean {
  return columns.postDataLength[row] !== NO_RANGE || liesBeside(columns.flags[row]);
}

/** One of an entry's bodies is a file of its own. */
function liesBeside(flags: number | undefined): boolean {
  return ((flags ?? 0) & EntryFlag.bodyInFile) !== 0;
}
