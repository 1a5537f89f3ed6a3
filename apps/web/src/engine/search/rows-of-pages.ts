import { type Capture, captureSpan } from '@harrier/har';
import type { ValueMask } from '@harrier/sanitize';

/** Which page asked for each request, as a place in `titles`. */
export interface PagesOfRows {
  readonly ofRow: Uint32Array;
  readonly titles: readonly string[];
}

/** More entries than this are told apart by time: opening each of them takes too long to wait for. */
const MOST_OPENED = 20_000;
const ROWS_PER_TURN = 500;

/**
 * The page of each request: what `pageref` says, else the page that was begun last before it. The last title is that of
 * requests without a page. Browsers call a page by its address: titles are masked.
 */
export async function rowsOfPages(
  capture: Capture,
  mask: Pick<ValueMask, 'text'>,
  signal: AbortSignal,
): Promise<PagesOfRows> {
  const { pages } = capture.log;
  const { length } = capture.index;
  const { rowStartEpochMs } = captureSpan(capture.index);
  const byId = new Map(pages.map(({ id }, at) => [id, at]));
  const byStart = pages
    .flatMap(({ startEpochMs }, at) => (startEpochMs === undefined ? [] : [{ startEpochMs, at }]))
    .sort((a, b) => a.startEpochMs - b.startEpochMs);
  const ofRow = new Uint32Array(length).fill(pages.length);
  for (let row = 0; row < length; row++) {
    if (row % ROWS_PER_TURN === 0) signal.throwIfAborted();
    const pageref = length <= MOST_OPENED ? (await capture.openEntry(row)).pageref : undefined;
    const startMs = rowStartEpochMs[row] as number;
    const page =
      (pageref === undefined ? undefined : byId.get(pageref)) ??
      byStart.findLast(({ startEpochMs }) => startEpochMs <= startMs)?.at;
    if (page !== undefined) ofRow[row] = page;
  }
  return { ofRow, titles: [...pages.map(({ id, title }) => mask.text(title === '' ? id : title)), ''] };
}
