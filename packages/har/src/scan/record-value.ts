import { EntryFlag } from '../entry-index/entry-index.ts';
import type { EntryRecorder } from './entry-recorder.ts';
import { Field } from './entry-sink.ts';

const encoder = new TextEncoder();

/**
 * Records an entry from its parsed value instead of its bytes: the row of an entry that only the lenient
 * reader could read. It has no ranges; its bodies are read from the value.
 */
export function recordValue(recorder: EntryRecorder, value: unknown, start: number, end: number): void {
  recorder.beginEntry(start);
  const entry = asObject(value);
  const request = asObject(entry?.request);
  const response = asObject(entry?.response);
  const content = asObject(response?.content);
  const postData = asObject(request?.postData);
  const timings = asObject(entry?.timings);
  const tell = (field: Field, item: unknown): void => {
    if (typeof item === 'number') recorder.number(field, item);
    else if (typeof item === 'string') {
      const bytes = encoder.encode(item);
      recorder.string(field, bytes, 0, bytes.length, false, false);
    } else if (item === true || (typeof item === 'object' && item !== null)) recorder.present(field);
  };
  tell(Field.startedDateTime, entry?.startedDateTime);
  tell(Field.time, entry?.time);
  tell(Field.resourceType, entry?._resourceType);
  tell(Field.fromCache, entry?._fromCache);
  tell(Field.fetchType, entry?._fetchType);
  tell(Field.responseFetchType, response?._fetchType);
  tell(Field.webSocketMessages, entry?._webSocketMessages);
  tell(Field.initiator, entry?._initiator);
  tell(Field.error, entry?._error);
  tell(Field.failureText, entry?._failureText);
  tell(Field.responseError, response?._error);
  tell(Field.responseFailureText, response?._failureText);
  tell(Field.method, request?.method);
  tell(Field.url, request?.url);
  tell(Field.postData, request?.postData);
  tell(Field.postDataFile, postData?._file);
  tell(Field.requestTrackingId, trackingIdOf(request?.headers));
  tell(Field.status, response?.status);
  tell(Field.transferSize, response?._transferSize);
  tell(Field.headersSize, response?.headersSize);
  tell(Field.bodySize, response?.bodySize);
  tell(Field.responseTrackingId, trackingIdOf(response?.headers));
  tell(Field.contentSize, content?.size);
  tell(Field.mimeType, content?.mimeType);
  tell(Field.contentEncoding, content?.encoding);
  tell(Field.contentFile, content?._file);
  tell(Field.blocked, timings?.blocked);
  tell(Field.dns, timings?.dns);
  tell(Field.connect, timings?.connect);
  tell(Field.ssl, timings?.ssl);
  tell(Field.send, timings?.send);
  tell(Field.wait, timings?.wait);
  tell(Field.receive, timings?.receive);
  recorder.columns.flags[recorder.length] =
    (recorder.columns.flags[recorder.length] as number) | EntryFlag.damaged;
  recorder.endEntry(end);
}

function trackingIdOf(headers: unknown): unknown {
  if (!Array.isArray(headers)) return undefined;
  for (const header of headers) {
    const { name, value } = asObject(header) ?? {};
    if (typeof name === 'string' && name.toLowerCase() === 'trackingid' && value !== '') return value;
  }
  return undefined;
}

function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}
