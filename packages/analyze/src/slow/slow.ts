import { EntryFlag } from '@harrier/har';
import type { ColumnView } from '../findings/capture-view.ts';
import { oncePerCapture } from '../findings/once-per-capture.ts';
import { rowsFrom } from '../findings/row-selection.ts';

/** From here on a person's flow of thought is interrupted (Nielsen, Response Times: 1 s). */
export const SLOW_MS = 1000;

/** Servers hold a long poll back for 20 seconds to two minutes; below that it is a slow answer. */
export const LONG_POLL_FROM_MS = 20_000;
/** A long poll is asked again at once. */
const ASKED_AGAIN_MS = 2000;
/** Rows looked at after a long wait for the same question. */
const ASKED_AGAIN_ROWS = 300;

/** Media types that are sent bit by bit for as long as there is news. */
const streamTypes: ReadonlySet<string> = new Set([
  'text/event-stream',
  'multipart/x-mixed-replace',
  'application/x-ndjson',
  'application/grpc-web+proto',
]);

/**
 * Whether an answered request took long enough to be noticed. Not slow are those that are meant to last: WebSockets, event
 * streams, long polls; and failed ones, whose time belongs to their failure.
 */
export function isSlow(view: ColumnView, row: number): boolean {
  const duration = view.durationMs(row);
  if (duration === undefined || duration < SLOW_MS || view.outcome(row) !== 'answered') return false;
  return !isMeantToLast(view, row) && !isLongPoll(view, row, duration);
}

/** The rows of which {@link isSlow} is true, in the order in which things happened. */
export const slowRows = oncePerCapture((view: ColumnView): readonly number[] => {
  const answered = view.rowsOfKinds((row) => view.outcome(row) === 'answered' && !isMeantToLast(view, row));
  return rowsFrom(answered, view.durations, SLOW_MS).filter((row) => isSlow(view, row));
});

/** WebSockets, event streams and tunnels stay open on purpose. */
export function isMeantToLast(view: ColumnView, row: number): boolean {
  const { columns } = view.index;
  const type = view.resourceType(row);
  return (
    type === 'websocket' ||
    type === 'eventsource' ||
    streamTypes.has(view.mimeType(row)) ||
    view.method(row) === 'CONNECT' ||
    columns.status[row] === 101 ||
    ((columns.flags[row] as number) & EntryFlag.hasWebSocketMessages) !== 0
  );
}

/**
 * A question that the server holds back until there is news, and that is asked again as soon as it is answered. The last
 * of a series is known by the one before it.
 */
export function isLongPoll(view: ColumnView, row: number, durationMs: number): boolean {
  if (!((view.index.columns.wait[row] as number) >= LONG_POLL_FROM_MS)) return false;
  const startMs = view.startMs(row);
  const at = view.position(row);
  for (let far = 1; far <= ASKED_AGAIN_ROWS; far++) {
    const next = view.rowsByStart[at + far];
    if (next !== undefined && follows(view, row, startMs + durationMs, next)) return true;
    const before = view.rowsByStart[at - far];
    if (before === undefined) continue;
    const endMs = view.startMs(before) + (view.durationMs(before) ?? 0);
    if (follows(view, before, endMs, row)) return true;
  }
  return false;
}

/** Whether `next` asks the same as `row` within two seconds of the end of `row`. */
function follows(view: ColumnView, row: number, endMs: number, next: number): boolean {
  const gapMs = view.startMs(next) - endMs;
  if (gapMs < -1 || gapMs > ASKED_AGAIN_MS) return false;
  if (view.host(next) !== view.host(row) || view.method(next) !== view.method(row)) return false;
  const { urlLength, wait } = view.index.columns;
  // What came before a slow request is no poll itself unless it was held back, too.
  if (!((wait[row] as number) >= LONG_POLL_FROM_MS)) return false;
  // The next question differs by a cursor or a time stamp at most.
  return Math.abs((urlLength[next] as number) - (urlLength[row] as number)) <= 8;
}
