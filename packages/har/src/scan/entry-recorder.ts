import { ByteStringTable } from '../entry-index/byte-string-table.ts';
import { allocateColumns, fittedColumns } from '../entry-index/columns.ts';
import {
  type EntryColumns,
  EntryFlag,
  type EntryIndex,
  NO_RANGE,
  UNKNOWN_SIZE,
} from '../entry-index/entry-index.ts';
import { UrlRecorder } from '../entry-index/url-table.ts';
import { type EntrySink, Field, KEEP_BYTES, type Part, type StringColumn } from './entry-sink.ts';
import {
  blankColumns,
  blanks,
  columnsOf,
  fieldsOf,
  flagsOf,
  numericColumns,
  presenceFlagOf,
} from './field-effects.ts';
import { numberEnd } from './json-bytes.ts';
import { parseDateTime } from './parse-date-time.ts';
import { parseNumber } from './parse-number.ts';
import { urlHostRange } from './url-host.ts';
import { RowAt } from './wasm/row-layout.ts';

/** A member of root or log that is not the entries: where its value lies. */
export interface MemberRange {
  readonly inLog: boolean;
  /** The key, read when the walk is over. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** An oddity of the structure, to be told as a note. */
export interface ScanOddity {
  readonly kind:
    | 'element-no-object'
    | 'entry-too-long'
    | 'entries-again'
    | 'entries-not-an-array'
    | 'duplicate-key';
  readonly offset: number;
  readonly found: string;
  readonly entryIndex?: number;
}

/** Ranges inside an entry are 32 bits; the last value means that there is none. */
const LONGEST_ENTRY_BYTES = 0xffff_fffe;

/** Turns what a kernel tells into rows of an {@link EntryIndex}. */
export class EntryRecorder implements EntrySink, EntryIndex {
  columns: EntryColumns = blankColumnsFor(256);
  readonly strings = new ByteStringTable();
  readonly urls = new UrlRecorder();
  /** Members of root and log, their keys still in the file. */
  readonly memberKeys: { inLog: boolean; keyStart: number; keyEnd: number; start: number; end: number }[] =
    [];
  readonly oddities: ScanOddity[] = [];
  /** Absolute end of the last finished entry. */
  lastEntryEnd = 0;
  /** Start of the entry being walked, or -1. */
  openEntryStart = -1;
  sawLog = false;
  /** Containers that were open when the entries began: 1 = a bare array, 2 = `{entries}`, 3 = `{log: {entries}}`. */
  entriesDepth = 0;
  length = 0;
  #capacity = 256;
  /** Fields of this entry that say something by being there; flags are made of them at its end. */
  readonly #told = new Set<Field>();
  #headersSize = Number.NaN;
  #bodySize = Number.NaN;
  #transferSize = Number.NaN;
  #requestTrackingId = 0;
  #responseTrackingId = 0;
  /** The row at the end was begun before and given up: it is not blank any more. */
  #isUsed = false;
  readonly #maxEntryBytes: number;

  /** Entries longer than `maxEntryBytes` become an oddity instead of a row. */
  constructor(maxEntryBytes = LONGEST_ENTRY_BYTES) {
    this.#maxEntryBytes = Math.min(maxEntryBytes, LONGEST_ENTRY_BYTES);
  }

  beginEntry(start: number): void {
    if (this.length === this.#capacity) {
      this.#capacity *= 2;
      this.columns = blankColumnsFor(this.#capacity, this.columns, this.length);
    }
    if (this.#isUsed) this.#clear();
    this.#isUsed = true;
    this.openEntryStart = start;
    this.columns.entryStart[this.length] = start;
  }

  endEntry(end: number): void {
    const { columns, length: row } = this;
    const start = columns.entryStart[row] as number;
    if (end - start > this.#maxEntryBytes) {
      this.oddities.push({ kind: 'entry-too-long', offset: start, found: `${end - start} bytes` });
      this.abandonEntry();
      return;
    }
    columns.entryLength[row] = end - start;
    columns.transferSize[row] = wireSize(this.#transferSize, this.#headersSize, this.#bodySize);
    if (this.#told.size > 0) for (const field of this.#told) this.#flag(presenceFlagOf[field] ?? 0);
    columns.trackingId[row] = this.#requestTrackingId;
    if (this.#requestTrackingId === 0 && this.#responseTrackingId !== 0) {
      columns.trackingId[row] = this.#responseTrackingId;
      this.#flag(EntryFlag.trackingIdFromResponse);
    }
    this.openEntryStart = -1;
    this.lastEntryEnd = end;
    this.urls.commit();
    this.length++;
    this.#forgetPending();
    this.#isUsed = false;
  }

  /** Nothing comes any more: gives back the memory that was kept for it. */
  finish(): void {
    this.columns = fittedColumns(this.columns, this.length);
    this.#capacity = this.columns.flags.length;
    this.urls.finish();
    this.strings.finish();
  }

  /** Drops what was recorded of the entry being walked. */
  abandonEntry(): void {
    this.openEntryStart = -1;
  }

  string(field: Field, bytes: Uint8Array, start: number, end: number, escaped: boolean, cut: boolean): void {
    if (escaped || cut) {
      const value = encoder.encode(decode(bytes, start, end, cut));
      this.#value(field, value, 0, value.length);
    } else this.#value(field, bytes, start, end);
    // Only the beginning of a cut one is there.
    if (cut && field === Field.url) this.urls.leaveOut();
  }

  /** A string's value, in UTF-8 and without escapes. */
  #value(field: Field, bytes: Uint8Array, start: number, end: number): void {
    const { columns, length: row } = this;
    switch (field) {
      case Field.startedDateTime: {
        const to = beforeBlanks(bytes, start, end);
        columns.startEpochMs[row] = parseDateTime(bytes, afterBlanks(bytes, start, to), to) ?? Number.NaN;
        break;
      }
      case Field.method:
        columns.method[row] = this.idOf('method', bytes, start, end);
        break;
      case Field.url: {
        const [from, to] = urlHostRange(bytes, start, end);
        columns.host[row] = this.idOf('host', bytes, from, to);
        if (end - start > KEEP_BYTES) this.urls.leaveOut();
        else this.urls.put(bytes, start, end);
        break;
      }
      case Field.mimeType:
        columns.mimeType[row] = this.idOf('mimeType', bytes, start, end);
        break;
      case Field.resourceType:
        columns.resourceType[row] = this.idOf('resourceType', bytes, start, end);
        break;
      case Field.requestTrackingId:
        // The first that is not empty.
        if (this.#requestTrackingId === 0) this.#requestTrackingId = this.strings.intern(bytes, start, end);
        break;
      case Field.responseTrackingId:
        if (this.#responseTrackingId === 0) this.#responseTrackingId = this.strings.intern(bytes, start, end);
        break;
      case Field.fromCache:
      case Field.error:
      case Field.failureText:
      case Field.responseError:
      case Field.responseFailureText:
      case Field.contentFile:
      case Field.postDataFile:
        if (end > start) this.#told.add(field);
        break;
      case Field.fetchType:
      case Field.responseFetchType:
        if (/cache/i.test(latin1(bytes, start, end))) this.#told.add(field);
        break;
      case Field.contentEncoding:
        if (end - start === 6 && latin1(bytes, start, end).toLowerCase() === 'base64')
          this.#flag(EntryFlag.contentBase64);
        break;
      case Field.contentText:
      case Field.postDataText:
      case Field.postData:
      case Field.initiator:
      case Field.webSocketMessages:
        break;
      default:
        // A number in quotes counts as the number.
        if (end > start && numberEnd(bytes, start, end) === end)
          this.number(field, parseNumber(bytes, start, end));
    }
  }

  idOf(column: StringColumn, bytes: Uint8Array, start: number, end: number): number {
    if (column === 'method') return this.strings.intern(bytes, start, end);
    if (column !== 'mimeType') return this.#internFolded(bytes, start, end);
    const semicolon = bytes.subarray(start, end).indexOf(0x3b);
    const whole = semicolon < 0 ? end : start + semicolon;
    const to = beforeBlanks(bytes, start, whole);
    // The white space beyond ASCII is for `trim` to know.
    return isAscii(bytes, start, to)
      ? this.#internFolded(bytes, afterBlanks(bytes, start, to), to)
      : this.strings.internText(decoder.decode(bytes.subarray(start, whole)).trim().toLowerCase());
  }

  wholeUrl(bytes: Uint8Array, start: number, end: number): void {
    this.urls.put(bytes, start, end);
  }

  row(doubles: Float64Array, words: Uint32Array, at: number, ids: Uint32Array): void {
    const { columns, length: row } = this;
    const first = at >> 3;
    setTold(columns.startEpochMs, row, doubles[first + RowAt.startEpochMs] as number);
    setTold(columns.timeMs, row, doubles[first + RowAt.timeMs] as number);
    setTold(columns.blocked, row, doubles[first + RowAt.blocked] as number);
    setTold(columns.dns, row, doubles[first + RowAt.dns] as number);
    setTold(columns.connect, row, doubles[first + RowAt.connect] as number);
    setTold(columns.ssl, row, doubles[first + RowAt.ssl] as number);
    setTold(columns.send, row, doubles[first + RowAt.send] as number);
    setTold(columns.wait, row, doubles[first + RowAt.wait] as number);
    setTold(columns.receive, row, doubles[first + RowAt.receive] as number);
    const status = doubles[first + RowAt.status] as number;
    if (!Number.isNaN(status)) this.number(Field.status, status);
    const contentSize = doubles[first + RowAt.contentSize] as number;
    if (!Number.isNaN(contentSize)) columns.contentSize[row] = sizeOf(contentSize);
    const transferSize = doubles[first + RowAt.transferSize] as number;
    if (!Number.isNaN(transferSize)) this.#transferSize = transferSize;
    const headersSize = doubles[first + RowAt.headersSize] as number;
    if (!Number.isNaN(headersSize)) this.#headersSize = headersSize;
    const bodySize = doubles[first + RowAt.bodySize] as number;
    if (!Number.isNaN(bodySize)) this.#bodySize = bodySize;

    const word = at >> 2;
    setRange(columns.urlStart, columns.urlLength, row, words, word + RowAt.url);
    setRange(columns.startedStart, columns.startedLength, row, words, word + RowAt.started);
    setRange(columns.contentStart, columns.contentLength, row, words, word + RowAt.content);
    setRange(columns.postDataStart, columns.postDataLength, row, words, word + RowAt.postData);
    this.#flag(words[word + RowAt.flags] as number);
    setKnown(columns.method, row, ids, words[word + RowAt.method] as number);
    setKnown(columns.mimeType, row, ids, words[word + RowAt.mimeType] as number);
    setKnown(columns.resourceType, row, ids, words[word + RowAt.resourceType] as number);
    setKnown(columns.host, row, ids, words[word + RowAt.host] as number);
  }

  /** Interns in lower case. */
  #internFolded(bytes: Uint8Array, start: number, end: number): number {
    if (end - start > folded.length) folded = new Uint8Array(end - start);
    for (let at = start; at < end; at++) {
      const byte = bytes[at] as number;
      // What lies beyond ASCII folds by Unicode's rules.
      if (byte >= 0x80)
        return this.strings.internText(decoder.decode(bytes.subarray(start, end)).toLowerCase());
      folded[at - start] = byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte;
    }
    return this.strings.intern(folded, 0, end - start);
  }

  range(field: Field, start: number, end: number, escaped: boolean): void {
    const { columns, length: row } = this;
    const from = start - (columns.entryStart[row] as number);
    const size = end - start;
    if (field === Field.url) {
      columns.urlStart[row] = from;
      columns.urlLength[row] = size;
      if (escaped) this.#flag(EntryFlag.urlEscaped);
    } else if (field === Field.startedDateTime) {
      columns.startedStart[row] = from;
      columns.startedLength[row] = size;
    } else if (field === Field.contentText) {
      columns.contentStart[row] = from;
      columns.contentLength[row] = size;
      if (escaped) this.#flag(EntryFlag.contentEscaped);
    } else {
      columns.postDataStart[row] = from;
      columns.postDataLength[row] = size;
      if (escaped) this.#flag(EntryFlag.postDataEscaped);
    }
  }

  number(field: Field, value: number): void {
    const { columns, length: row } = this;
    switch (field) {
      case Field.status:
        this.#flag(EntryFlag.hasStatus);
        columns.status[row] = Math.max(0, Math.min(65_535, Math.trunc(value)));
        break;
      case Field.contentSize:
        columns.contentSize[row] = sizeOf(value);
        break;
      case Field.transferSize:
        this.#transferSize = value;
        break;
      case Field.headersSize:
        this.#headersSize = value;
        break;
      case Field.bodySize:
        this.#bodySize = value;
        break;
      default: {
        const column = numericColumns[field as keyof typeof numericColumns];
        if (column !== undefined) columns[column][row] = value;
      }
    }
  }

  present(field: Field): void {
    if (field === Field.postData) this.#flag(EntryFlag.hasPostData);
    else if (field === Field.initiator) this.#flag(EntryFlag.hasInitiator);
    else if (field === Field.webSocketMessages) this.#flag(EntryFlag.hasWebSocketMessages);
  }

  beginPart(part: Part): void {
    for (const field of fieldsOf[part]) this.#forget(field);
  }

  duplicateKey(field: Field | 0): void {
    this.#flag(EntryFlag.duplicateKey);
    if (field !== 0) this.#forget(field);
  }

  oddElement(start: number, found: string): void {
    this.oddities.push({ kind: 'element-no-object', offset: start, found, entryIndex: this.length });
  }

  member(inLog: boolean, keyStart: number, keyEnd: number, start: number, end: number): void {
    this.memberKeys.push({ inLog, keyStart, keyEnd, start, end });
  }

  logFound(): void {
    this.sawLog = true;
  }

  entriesFound(kind: 'array' | 'again' | 'not-an-array', at: number, depth: number): void {
    if (kind === 'again')
      this.oddities.push({ kind: 'entries-again', offset: at, found: 'a second entries array' });
    if (kind === 'not-an-array')
      this.oddities.push({ kind: 'entries-not-an-array', offset: at, found: 'no array' });
    if (kind === 'array') this.entriesDepth = depth;
  }

  #flag(bit: number): void {
    this.columns.flags[this.length] = (this.columns.flags[this.length] as number) | bit;
  }

  #unflag(bit: number): void {
    this.columns.flags[this.length] = (this.columns.flags[this.length] as number) & ~bit;
  }

  /** The last occurrence counts: what an earlier one said is void even where the last one says null. */
  #forget(field: Field): void {
    const { columns, length: row } = this;
    this.#told.delete(field);
    if (field === Field.headersSize) this.#headersSize = Number.NaN;
    else if (field === Field.bodySize) this.#bodySize = Number.NaN;
    else if (field === Field.transferSize) this.#transferSize = Number.NaN;
    else if (field === Field.requestTrackingId) this.#requestTrackingId = 0;
    else if (field === Field.responseTrackingId) this.#responseTrackingId = 0;
    else if (field === Field.url) this.urls.forget();
    for (const name of columnsOf[field] ?? []) columns[name][row] = blanks[name] ?? 0;
    this.#unflag(flagsOf[field] ?? 0);
  }

  #clear(): void {
    for (const [name, blank] of blankColumns) this.columns[name][this.length] = blank;
    this.#forgetPending();
  }

  /** What is told of an entry and becomes part of its row only at its end. */
  #forgetPending(): void {
    if (this.#told.size > 0) this.#told.clear();
    this.#headersSize = Number.NaN;
    this.#bodySize = Number.NaN;
    this.#transferSize = Number.NaN;
    this.#requestTrackingId = 0;
    this.#responseTrackingId = 0;
    this.urls.forget();
  }
}

/** Columns whose rows from `length` on say nothing; filled at once, because a row at a time costs as much as reading it. */
function blankColumnsFor(capacity: number, from?: EntryColumns, length = 0): EntryColumns {
  const columns = allocateColumns(capacity, from);
  for (const [name, blank] of blankColumns) if (blank !== 0) columns[name].fill(blank, length);
  return columns;
}

function setTold(column: Float64Array | Float32Array, row: number, value: number): void {
  if (!Number.isNaN(value)) column[row] = value;
}

function setRange(
  starts: Uint32Array,
  lengths: Uint32Array,
  row: number,
  words: Uint32Array,
  at: number,
): void {
  const length = words[at + 1] as number;
  if (length === NO_RANGE) return;
  starts[row] = words[at] as number;
  lengths[row] = length;
}

function setKnown(column: Uint32Array, row: number, ids: Uint32Array, slot: number): void {
  if (slot !== 0) column[row] = ids[slot] as number;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/** Scratch for folding; strings come in with no more bytes than a kernel keeps of them, or as they are by value. */
let folded = new Uint8Array(KEEP_BYTES);

/** A JSON string's bytes → its value; of a cut one, what is whole of it. Its escapes are legal. */
function decode(bytes: Uint8Array, start: number, end: number, cut: boolean): string {
  const text = decoder.decode(bytes.subarray(start, end));
  const whole = cut ? (/^(?:[^\\]|\\u[\da-f]{4}|\\[^u])*/i.exec(text)?.[0] ?? '') : text;
  return JSON.parse(`"${whole}"`) as string;
}

function afterBlanks(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && isBlank(bytes[at] as number)) at++;
  return at;
}

function beforeBlanks(bytes: Uint8Array, start: number, end: number): number {
  let at = end;
  while (at > start && isBlank(bytes[at - 1] as number)) at--;
  return at;
}

/** The white space of ASCII, as `String.trim` knows it. */
function isBlank(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}

function isAscii(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if ((bytes[at] as number) >= 0x80) return false;
  return true;
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at] as number);
  return text;
}

function sizeOf(value: number): number {
  return value >= 0 && value < UNKNOWN_SIZE ? Math.trunc(value) : UNKNOWN_SIZE;
}

function wireSize(transfer: number, headers: number, body: number): number {
  if (transfer >= 0) return sizeOf(transfer);
  return headers >= 0 && body >= 0 ? sizeOf(headers + body) : UNKNOWN_SIZE;
}
