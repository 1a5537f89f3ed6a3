import { columnNames } from '../entry-index/columns.ts';
import { type EntryColumns, EntryFlag, NO_RANGE, UNKNOWN_SIZE } from '../entry-index/entry-index.ts';
import { Field, Part } from './entry-sink.ts';

/** Columns that hold a field's number as it is written. */
export const numericColumns = {
  [Field.blocked]: 'blocked',
  [Field.dns]: 'dns',
  [Field.connect]: 'connect',
  [Field.ssl]: 'ssl',
  [Field.send]: 'send',
  [Field.wait]: 'wait',
  [Field.receive]: 'receive',
  [Field.time]: 'timeMs',
} as const;

/** What a column says where the entry says nothing; the columns not named here say 0. */
export const blanks: { readonly [Name in keyof EntryColumns]?: number } = {
  urlLength: NO_RANGE,
  startedLength: NO_RANGE,
  contentLength: NO_RANGE,
  postDataLength: NO_RANGE,
  startEpochMs: Number.NaN,
  timeMs: Number.NaN,
  blocked: Number.NaN,
  dns: Number.NaN,
  connect: Number.NaN,
  ssl: Number.NaN,
  send: Number.NaN,
  wait: Number.NaN,
  receive: Number.NaN,
  contentSize: UNKNOWN_SIZE,
  transferSize: UNKNOWN_SIZE,
};
/** Every column but the two that `beginEntry` and `endEntry` set. */
export const blankColumns = columnNames
  .filter((name) => name !== 'entryStart' && name !== 'entryLength')
  .map((name) => [name, blanks[name] ?? 0] as const);

/** Columns that a field fills. */
export const columnsOf: { readonly [F in Field]?: readonly (keyof EntryColumns)[] } = {
  [Field.startedDateTime]: ['startEpochMs', 'startedStart', 'startedLength'],
  [Field.method]: ['method'],
  [Field.url]: ['host', 'urlStart', 'urlLength'],
  [Field.postDataText]: ['postDataStart', 'postDataLength'],
  [Field.contentText]: ['contentStart', 'contentLength'],
  [Field.status]: ['status'],
  [Field.contentSize]: ['contentSize'],
  [Field.mimeType]: ['mimeType'],
  [Field.resourceType]: ['resourceType'],
  [Field.blocked]: ['blocked'],
  [Field.dns]: ['dns'],
  [Field.connect]: ['connect'],
  [Field.ssl]: ['ssl'],
  [Field.send]: ['send'],
  [Field.wait]: ['wait'],
  [Field.receive]: ['receive'],
  [Field.time]: ['timeMs'],
};

/** Flags that a field sets. */
export const flagsOf: { readonly [F in Field]?: number } = {
  [Field.url]: EntryFlag.urlEscaped,
  [Field.postData]: EntryFlag.hasPostData,
  [Field.postDataText]: EntryFlag.postDataEscaped,
  [Field.contentText]: EntryFlag.contentEscaped,
  [Field.contentEncoding]: EntryFlag.contentBase64,
  [Field.status]: EntryFlag.hasStatus,
  [Field.initiator]: EntryFlag.hasInitiator,
  [Field.webSocketMessages]: EntryFlag.hasWebSocketMessages,
};

/** Flags of fields that speak by being there. */
export const presenceFlagOf: { readonly [F in Field]?: number } = {
  [Field.fromCache]: EntryFlag.fromCache,
  [Field.fetchType]: EntryFlag.fromCache,
  [Field.responseFetchType]: EntryFlag.fromCache,
  [Field.error]: EntryFlag.hasError,
  [Field.failureText]: EntryFlag.hasError,
  [Field.responseError]: EntryFlag.hasError,
  [Field.responseFailureText]: EntryFlag.hasError,
  [Field.contentFile]: EntryFlag.bodyInFile,
  [Field.postDataFile]: EntryFlag.bodyInFile,
};

/** Fields that a part of an entry holds, to be void when the part begins a second time. */
export const fieldsOf: Readonly<Record<Part, readonly Field[]>> = {
  [Part.request]: [
    Field.method,
    Field.url,
    Field.postData,
    Field.postDataText,
    Field.postDataFile,
    Field.requestTrackingId,
  ],
  [Part.response]: [
    Field.status,
    Field.transferSize,
    Field.headersSize,
    Field.bodySize,
    Field.contentSize,
    Field.mimeType,
    Field.contentText,
    Field.contentEncoding,
    Field.contentFile,
    Field.responseTrackingId,
    Field.responseError,
    Field.responseFailureText,
    Field.responseFetchType,
  ],
  [Part.content]: [
    Field.contentSize,
    Field.mimeType,
    Field.contentText,
    Field.contentEncoding,
    Field.contentFile,
  ],
  [Part.postData]: [Field.postDataText, Field.postDataFile],
  [Part.requestHeaders]: [Field.requestTrackingId],
  [Part.responseHeaders]: [Field.responseTrackingId],
  [Part.timings]: [Field.blocked, Field.dns, Field.connect, Field.ssl, Field.send, Field.wait, Field.receive],
};
