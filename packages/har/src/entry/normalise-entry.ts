import type { ReadNote } from '../notes/read-note.ts';
import { parseDateTimeText } from '../scan/parse-date-time.ts';
import { repeatedTlsMs } from '../timings/repeated-tls.ts';
import { readExchangeError } from './exchange-error.ts';
import { readInitiator } from './initiator.ts';
import { readEventSourceMessages, readWebSocketMessages } from './messages.ts';
import type { Entry, EntryResponse, EntryTimings } from './model.ts';
import { type Producer, unknownProducer } from './producer.ts';
import { isJsonObject, RawObject } from './raw-object.ts';
import { type Reading, shapeOf, takeNote } from './reading.ts';
import { readRequest } from './request.ts';
import { guessResourceType } from './resource-type.ts';
import { readResponse } from './response.ts';
import { isBlockedOfPending, longestDurationMs, readTimings, sumOfPhases } from './timings.ts';
import { withoutUndefined } from './without-undefined.ts';

/** What an entry's own JSON does not tell about it. */
export interface EntryContext {
  readonly producer: Producer;
}

/**
 * Turns one entry's JSON, whoever wrote it, into an {@link Entry}. Total: any JSON gives an entry, and
 * each assumption that was needed is a note. Members that are not understood stay in `custom`.
 */
export function normaliseEntry(
  raw: unknown,
  index: number,
  context: EntryContext = { producer: unknownProducer },
): { entry: Entry; notes: ReadNote[] } {
  const reading: Reading = { producer: context.producer, entryIndex: index, notes: [] };
  const pointer = `/log/entries/${index}`;
  if (!isJsonObject(raw)) takeNote(reading, 'entry/wrong-type', pointer, shapeOf(raw), 'an empty entry');
  return { entry: readEntry(new RawObject(raw, pointer, reading), index, reading), notes: reading.notes };
}

function readEntry(raw: RawObject, index: number, reading: Reading): Entry {
  const rawRequest = requiredObject(raw, 'request', reading);
  const rawResponse = requiredObject(raw, 'response', reading);
  const rawTimings = requiredObject(raw, 'timings', reading);

  const initiator = readInitiator(raw);
  const error = readExchangeError(raw, rawResponse);
  const request = readRequest(rawRequest, reading);
  const response = readResponse(rawResponse, request, reading);
  const pending = isPending(rawTimings, response, error);
  const timings = readTimings(rawTimings, reading);
  const startedDateTime = raw.filledText('startedDateTime');

  return withoutUndefined({
    index,
    pageref: raw.filledText('pageref'),
    startedDateTime,
    startEpochMs: readStart(raw, startedDateTime),
    timeMs: readTime(raw, timings, reading.producer),
    request,
    response,
    cache: readCache(raw),
    timings,
    serverIPAddress: readServerAddress(raw),
    connection: raw.filledText('connection'),
    comment: raw.filledText('comment'),
    initiator,
    priority: raw.filledText('_priority'),
    resourceType:
      raw.filledText('_resourceType')?.toLowerCase() ??
      guessResourceType({ request, status: response.status, mimeType: response.content.mimeType, initiator }),
    fromCache: readCacheOrigin(raw),
    webSocketMessages: readWebSocketMessages(raw, reading),
    eventSourceMessages: readEventSourceMessages(raw, reading),
    error,
    pending,
    custom: raw.rest(),
  });
}

function requiredObject(raw: RawObject, name: string, reading: Reading): RawObject {
  const member = raw.object(name);
  if (member) return member;
  if (!raw.has(name)) raw.note('entry/missing', name, 'nothing', 'an empty object');
  return new RawObject({}, `${raw.pointer}/${name}`, reading);
}

function readStart(raw: RawObject, startedDateTime: string | undefined): number | undefined {
  if (startedDateTime === undefined) {
    if (!raw.has('startedDateTime')) raw.note('entry/missing', 'startedDateTime', 'nothing', 'not known');
    return undefined;
  }
  const startEpochMs = parseDateTimeText(startedDateTime);
  if (startEpochMs === undefined) {
    raw.note('entry/date-unreadable', 'startedDateTime', shapeOf(startedDateTime), 'not known');
  }
  return startEpochMs;
}

function readTime(raw: RawObject, timings: EntryTimings, producer: Producer): number | undefined {
  const found = raw.peek('time');
  const written = found === null ? raw.take('time') : raw.number('time');
  if (typeof written === 'number' && written >= 0 && written <= longestDurationMs) {
    const repeatedMs = producer.countsTlsTwice ? repeatedTlsMs(written, timings) : 0;
    if (repeatedMs > 0)
      raw.note('entry/tls-counted-twice', 'time', String(written), `${written - repeatedMs}`);
    return written - repeatedMs;
  }
  const sum = sumOfPhases(timings, producer);
  raw.note(
    'entry/time-recomputed',
    'time',
    shapeOf(found),
    sum === undefined ? 'not known' : 'the sum of the phases',
  );
  return sum;
}

/** DevTools marks what was still running by a `blocked` far below zero; it has neither status nor error. */
function isPending(timings: RawObject, response: EntryResponse, error: string | undefined): boolean {
  if (!isBlockedOfPending(timings) || response.status || error) return false;
  timings.take('blocked');
  timings.note('entry/pending', 'blocked', shapeOf(timings.peek('blocked')), 'request in flight');
  return true;
}

function readCache(raw: RawObject): Readonly<Record<string, unknown>> {
  const cache = raw.peek('cache');
  return raw.object('cache') && isJsonObject(cache) ? cache : {};
}

/** Chrome writes IPv6 addresses in brackets, and the empty string where nothing was connected. */
function readServerAddress(raw: RawObject): string | undefined {
  const written = raw.filledText('serverIPAddress');
  if (!written?.startsWith('[') || !written.endsWith(']')) return written;
  raw.note('entry/bracketed-ipv6', 'serverIPAddress', 'IPv6 in brackets', 'the address without them');
  return written.slice(1, -1);
}

/** Safari's words for where a response came from; `Network Load` is no cache. */
const originForFetchType: Readonly<Record<string, string>> = {
  'memory cache': 'memory',
  'disk cache': 'disk',
  'service worker': 'service-worker',
};

function readCacheOrigin(raw: RawObject): string | undefined {
  const chrome = raw.filledText('_fromCache');
  if (chrome) return chrome.toLowerCase();
  const safari = raw.peek('_fetchType');
  return typeof safari === 'string' ? originForFetchType[safari.toLowerCase()] : undefined;
}
