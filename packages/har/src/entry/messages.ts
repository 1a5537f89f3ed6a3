import { textOf } from './fields.ts';
import type { EventSourceMessage, WebSocketMessage } from './model.ts';
import { RawObject } from './raw-object.ts';
import { type Reading, takeNote } from './reading.ts';
import { withoutUndefined } from './without-undefined.ts';

/** Frames written by Chrome, Playwright and mitmproxy under `_webSocketMessages`; undefined when there is no list. */
export function readWebSocketMessages(
  entry: RawObject,
  reading: Reading,
): readonly WebSocketMessage[] | undefined {
  return readMessages(entry, '_webSocketMessages', reading, (raw) => {
    const type = raw.text('type');
    return withoutUndefined({
      type: type === 'send' || type === 'error' ? type : wordForType(type),
      epochMs: readTime(raw, reading),
      opcode: raw.number('opcode'),
      data: textOf(raw.take('data')),
      custom: raw.rest(),
    });
  });
}

/** Events of a `text/event-stream` under `_eventSourceMessages`; sanitised exports leave `data` out. */
export function readEventSourceMessages(
  entry: RawObject,
  reading: Reading,
): readonly EventSourceMessage[] | undefined {
  return readMessages(entry, '_eventSourceMessages', reading, (raw) =>
    withoutUndefined({
      epochMs: readTime(raw, reading),
      eventName: raw.text('eventName'),
      eventId: raw.text('eventId'),
      data: raw.text('data'),
    }),
  );
}

function readMessages<T>(
  entry: RawObject,
  member: string,
  reading: Reading,
  read: (raw: RawObject) => T,
): readonly T[] | undefined {
  return entry
    .list(member)
    ?.map((item, position) => read(new RawObject(item, `${entry.pointer}/${member}/${position}`, reading)));
}

/** Proxies and hand-written captures name the direction in their own words. */
function wordForType(type: string | undefined): WebSocketMessage['type'] {
  return type !== undefined && /^(sent|out(going)?|request|client)$/i.test(type) ? 'send' : 'receive';
}

/** Up to here a time since 1970 is in seconds (the year 5138), from here on in ms (March 1973). */
const secondsBelow = 1e11;
/** Below this it is neither: seconds of a monotonic clock. 1e8 s is March 1973. */
const epochFrom = 1e8;

const secondsNote = 'entry/frame-time-in-seconds';

/** HAR's times are ms, but Chrome writes frame times in seconds since 1970. */
function readTime(raw: RawObject, reading: Reading): number | undefined {
  const written = raw.number('time');
  if (written === undefined || written < epochFrom) return undefined;
  if (written >= secondsBelow) return written;
  const list = raw.pointer.slice(0, raw.pointer.lastIndexOf('/'));
  // One line for a list: a chatty socket has thousands of frames.
  const isNoted = reading.notes.some((note) => note.code === secondsNote && note.path.startsWith(list));
  if (!isNoted) takeNote(reading, secondsNote, `${raw.pointer}/time`, 'seconds', 'ms × 1000');
  return written * 1000;
}
