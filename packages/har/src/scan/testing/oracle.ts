import { EntryFlag, type EntryIndex, NO_RANGE, UNKNOWN_SIZE } from '../../entry-index/entry-index.ts';
import { parseDateTimeText } from '../parse-date-time.ts';

/** One row of the index with its strings resolved: what two engines and JSON.parse must agree on. */
export interface Row {
  readonly url: string | undefined;
  readonly content: string | undefined;
  readonly postData: string | undefined;
  readonly startedDateTime: string | undefined;
  readonly startEpochMs: number;
  readonly timeMs: number;
  readonly timings: readonly number[];
  readonly status: number;
  readonly contentSize: number;
  readonly transferSize: number;
  readonly method: string;
  readonly host: string;
  readonly mimeType: string;
  readonly trackingId: string;
  readonly resourceType: string;
  readonly flags: readonly string[];
}

/** Flags that JSON.parse can tell; `duplicateKey` and the escape flags are about the bytes. */
const parsedFlags = [
  'contentBase64',
  'hasError',
  'hasStatus',
  'hasWebSocketMessages',
  'fromCache',
  'bodyInFile',
  'trackingIdFromResponse',
  'hasPostData',
  'hasInitiator',
] as const;

const timingNames = ['blocked', 'dns', 'connect', 'ssl', 'send', 'wait', 'receive'] as const;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Host and port as RFC 3986 §3.2 says, in small letters, by a pattern: the scanner reads bytes. */
function hostOf(url: string): string {
  return /^[a-z\d+.-]+:\/\/(?:[^/?#\\]*@)?([^/?#\\]*)/i.exec(url)?.[1]?.toLowerCase() ?? '';
}

/** The rows of an index, their strings read back out of the file's bytes. */
export function rowsOfIndex(index: EntryIndex, bytes: Uint8Array): Row[] {
  const { columns, strings } = index;
  const rows: Row[] = [];
  for (let row = 0; row < index.length; row++) {
    const text = (start: number, length: number): string | undefined => {
      if (length === NO_RANGE) return undefined;
      const from = (columns.entryStart[row] as number) + start;
      return JSON.parse(`"${decoder.decode(bytes.subarray(from, from + length))}"`);
    };
    const flags = columns.flags[row] as number;
    rows.push({
      url: text(columns.urlStart[row]!, columns.urlLength[row]!),
      content: text(columns.contentStart[row]!, columns.contentLength[row]!),
      postData: text(columns.postDataStart[row]!, columns.postDataLength[row]!),
      startedDateTime: text(columns.startedStart[row]!, columns.startedLength[row]!),
      startEpochMs: columns.startEpochMs[row]!,
      timeMs: columns.timeMs[row]!,
      timings: timingNames.map((name) => columns[name][row]!),
      status: columns.status[row]!,
      contentSize: columns.contentSize[row]!,
      transferSize: columns.transferSize[row]!,
      method: strings.get(columns.method[row]!),
      host: strings.get(columns.host[row]!),
      mimeType: strings.get(columns.mimeType[row]!),
      trackingId: strings.get(columns.trackingId[row]!),
      resourceType: strings.get(columns.resourceType[row]!),
      flags: parsedFlags.filter((name) => (flags & EntryFlag[name]) !== 0),
    });
  }
  return rows;
}

/** The same rows, told by JSON.parse: the independent opinion that both engines are held against. */
export function rowsOfValue(root: unknown): Row[] {
  const log = member(root, 'log') ?? root;
  const entries = Array.isArray(log) ? log : member(log, 'entries');
  if (!Array.isArray(entries)) return [];
  return entries
    .filter((entry) => typeof entry === 'object' && entry !== null && !Array.isArray(entry))
    .map(rowOfEntry);
}

function rowOfEntry(entry: unknown): Row {
  const request = member(entry, 'request');
  const response = member(entry, 'response');
  const content = member(response, 'content');
  const postData = member(request, 'postData');
  const timings = member(entry, 'timings');
  const status = numberOf(member(response, 'status'));
  const url = stringOf(member(request, 'url'));
  const requestId = trackingIdOf(member(request, 'headers'));
  const responseId = trackingIdOf(member(response, 'headers'));
  const transfer = numberOf(member(response, '_transferSize'));
  const headersSize = numberOf(member(response, 'headersSize'));
  const bodySize = numberOf(member(response, 'bodySize'));
  const wire =
    transfer >= 0 ? transfer : headersSize >= 0 && bodySize >= 0 ? headersSize + bodySize : Number.NaN;
  const urlBytes = new TextEncoder().encode(url ?? '');
  const truthy = (value: unknown): boolean => typeof value === 'string' && value !== '';
  const holds = (value: unknown): boolean => value === true || (typeof value === 'object' && value !== null);
  const flags: Record<(typeof parsedFlags)[number], boolean> = {
    contentBase64: stringOf(member(content, 'encoding'))?.toLowerCase() === 'base64',
    hasError: [
      member(entry, '_error'),
      member(entry, '_failureText'),
      member(response, '_error'),
      member(response, '_failureText'),
    ].some(truthy),
    hasStatus: !Number.isNaN(status),
    hasWebSocketMessages: holds(member(entry, '_webSocketMessages')),
    fromCache:
      truthy(member(entry, '_fromCache')) ||
      [member(entry, '_fetchType'), member(response, '_fetchType')].some((type) =>
        /cache/i.test(stringOf(type) ?? ''),
      ),
    bodyInFile: truthy(member(content, '_file')) || truthy(member(postData, '_file')),
    trackingIdFromResponse: requestId === '' && responseId !== '',
    hasPostData: holds(postData),
    hasInitiator: holds(member(entry, '_initiator')),
  };
  return {
    url,
    content: stringOf(member(content, 'text')),
    postData: stringOf(member(postData, 'text')),
    startedDateTime: stringOf(member(entry, 'startedDateTime')),
    startEpochMs: parseDateTimeText(stringOf(member(entry, 'startedDateTime')) ?? '') ?? Number.NaN,
    timeMs: numberOf(member(entry, 'time')),
    timings: timingNames.map((name) => Math.fround(numberOf(member(timings, name)))),
    status: Number.isNaN(status) ? 0 : Math.max(0, Math.min(65_535, Math.trunc(status))),
    contentSize: size(numberOf(member(content, 'size'))),
    transferSize: size(wire),
    method: stringOf(member(request, 'method')) ?? '',
    host: hostOf(decoder.decode(urlBytes)),
    mimeType: (stringOf(member(content, 'mimeType')) ?? '').split(';')[0]!.trim().toLowerCase(),
    trackingId: requestId === '' ? responseId : requestId,
    resourceType: (stringOf(member(entry, '_resourceType')) ?? '').toLowerCase(),
    flags: parsedFlags.filter((name) => flags[name]),
  };
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function numberOf(value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string' && /^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/.test(value))
    return Number(value);
  return Number.NaN;
}

function size(value: number): number {
  return value >= 0 && value < UNKNOWN_SIZE ? Math.trunc(value) : UNKNOWN_SIZE;
}

function trackingIdOf(headers: unknown): string {
  if (!Array.isArray(headers)) return '';
  for (const header of headers) {
    if (stringOf(member(header, 'name'))?.toLowerCase() !== 'trackingid') continue;
    const value = stringOf(member(header, 'value'));
    if (value !== undefined && value !== '') return value;
  }
  return '';
}
