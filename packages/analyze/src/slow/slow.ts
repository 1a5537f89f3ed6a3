import { EntryFlag } from '@harrier/har';
import type { ColumnView } from '../findings/capture-view.ts';
import { oncePerCapture } from '../findings/once-per-capture.ts';
import { rowsFrom } from '../findings/row-selection.ts';
import { isLongPoll } from './long-polls.ts';

/** From here on a person's flow of thought is interrupted (Nielsen, Response Times: 1 s). */
export const SLOW_MS = 1000;

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

/** Whether an answer is sent event by event, for as long as there is news. */
export function isEventStream(view: ColumnView, row: number): boolean {
  return view.mimeType(row) === 'text/event-stream';
}

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
