import { allocateColumns } from '../entry-index/columns.ts';
import { type EntryColumns, EntryFlag, type EntryIndex, UNKNOWN_SIZE } from '../entry-index/entry-index.ts';
import { StringTableBuilder } from '../entry-index/string-table.ts';
import { HarReadError } from '../notes/har-read-error.ts';
import { type EntrySink, Field, type Part } from './entry-sink.ts';
import {
  blankColumns,
  blanks,
  columnsOf,
  fieldsOf,
  flagsOf,
  numericColumns,
  presenceFlagOf,
} from './field-effects.ts';
import { parseDateTime } from './parse-date-time.ts';
import { urlHost } from './url-host.ts';

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
  readonly kind: 'element-no-object' | 'entries-again' | 'entries-not-an-array' | 'duplicate-key';
  readonly offset: number;
  readonly found: string;
  readonly entryIndex?: number;
}

/** Ranges inside an entry are 32 bits; the last value means that there is none. */
const LONGEST_ENTRY_BYTES = 0xffff_fffe;

/** Turns what a kernel tells into rows of an {@link EntryIndex}. */
export class EntryRecorder implements EntrySink, EntryIndex {
  columns: EntryColumns = allocateColumns(256);
  readonly strings = new StringTableBuilder();
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

  beginEntry(start: number): void {
    if (this.length === this.#capacity) {
      this.#capacity *= 2;
      this.columns = allocateColumns(this.#capacity, this.columns);
    }
    this.openEntryStart = start;
    this.columns.entryStart[this.length] = start;
    this.#clear();
  }

  endEntry(end: number): void {
    const { columns, length: row } = this;
    const start = columns.entryStart[row] as number;
    if (end - start > LONGEST_ENTRY_BYTES) {
      throw new HarReadError('har/too-large', `The entry at byte ${start} is longer than 4 GiB.`, {
        byteOffset: start,
        entryIndex: row,
      });
    }
    columns.entryLength[row] = end - start;
    columns.transferSize[row] = wireSize(this.#transferSize, this.#headersSize, this.#bodySize);
    for (const field of this.#told) this.#flag(presenceFlagOf[field] ?? 0);
    this.openEntryStart = -1;
    this.lastEntryEnd = end;
    this.length++;
  }

  /** Drops what was recorded of the entry being walked. */
  abandonEntry(): void {
    this.openEntryStart = -1;
  }

  string(field: Field, bytes: Uint8Array, start: number, end: number, escaped: boolean, cut: boolean): void {
    const { columns, length: row } = this;
    switch (field) {
      case Field.startedDateTime:
        columns.startEpochMs[row] =
          (escaped ? undefined : parseDateTime(bytes, start, end)) ??
          parseDateTime(plain(bytes, start, end, escaped)) ??
          Number.NaN;
        break;
      case Field.method:
        columns.method[row] = this.strings.intern(decode(bytes, start, end, escaped, cut));
        break;
      case Field.url: {
        const url = escaped ? plain(bytes, start, end, escaped) : bytes;
        columns.host[row] = this.strings.intern(
          escaped ? urlHost(url, 0, url.length) : urlHost(bytes, start, end),
        );
        break;
      }
      case Field.mimeType:
        columns.mimeType[row] = this.strings.intern(essence(decode(bytes, start, end, escaped, cut)));
        break;
      case Field.resourceType:
        columns.resourceType[row] = this.strings.intern(
          decode(bytes, start, end, escaped, cut).toLowerCase(),
        );
        break;
      case Field.requestTrackingId:
        if (
          end > start &&
          (columns.trackingId[row] === 0 || this.#flagged(EntryFlag.trackingIdFromResponse))
        ) {
          columns.trackingId[row] = this.strings.intern(decode(bytes, start, end, escaped, cut));
          this.#unflag(EntryFlag.trackingIdFromResponse);
        }
        break;
      case Field.responseTrackingId:
        if (columns.trackingId[row] === 0) {
          columns.trackingId[row] = this.strings.intern(decode(bytes, start, end, escaped, cut));
          if (columns.trackingId[row] !== 0) this.#flag(EntryFlag.trackingIdFromResponse);
        }
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
        if (/cache/i.test(decode(bytes, start, end, escaped, cut))) this.#told.add(field);
        break;
      case Field.contentEncoding:
        if (decode(bytes, start, end, escaped, cut).toLowerCase() === 'base64')
          this.#flag(EntryFlag.contentBase64);
        break;
      case Field.contentText:
      case Field.postDataText:
      case Field.postData:
      case Field.initiator:
      case Field.webSocketMessages:
        break;
      default: {
        // A number in quotes counts as the number.
        const text = decode(bytes, start, end, escaped, cut);
        if (/^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/.test(text)) this.number(field, Number(text));
      }
    }
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

  #flagged(bit: number): boolean {
    return ((this.columns.flags[this.length] as number) & bit) !== 0;
  }

  /** The last occurrence counts: what an earlier one said is void even where the last one says null. */
  #forget(field: Field): void {
    const { columns, length: row } = this;
    this.#told.delete(field);
    if (field === Field.headersSize) this.#headersSize = Number.NaN;
    else if (field === Field.bodySize) this.#bodySize = Number.NaN;
    else if (field === Field.transferSize) this.#transferSize = Number.NaN;
    // A tracking id is shared by two fields: only the one that set it may take it back.
    const fromResponse = this.#flagged(EntryFlag.trackingIdFromResponse);
    if (field === Field.requestTrackingId && fromResponse) return;
    if (field === Field.responseTrackingId && !fromResponse) return;
    for (const name of columnsOf[field] ?? []) columns[name][row] = blanks[name] ?? 0;
    this.#unflag(flagsOf[field] ?? 0);
  }

  #clear(): void {
    const { columns, length: row } = this;
    for (const [name, blank] of blankColumns) columns[name][row] = blank;
    this.#told.clear();
    this.#headersSize = Number.NaN;
    this.#bodySize = Number.NaN;
    this.#transferSize = Number.NaN;
  }
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/** A JSON string's bytes → its value; of a cut one, what is there. */
function decode(bytes: Uint8Array, start: number, end: number, escaped: boolean, cut: boolean): string {
  const text = decoder.decode(bytes.subarray(start, end));
  if (!escaped) return text;
  try {
    return JSON.parse(`"${cut ? text.replace(/\\[^\\]{0,5}$/, '') : text}"`) as string;
  } catch {
    return text;
  }
}

function plain(bytes: Uint8Array, start: number, end: number, escaped: boolean): Uint8Array {
  return encoder.encode(decode(bytes, start, end, escaped, true).trim());
}

function essence(mimeType: string): string {
  const end = mimeType.indexOf(';');
  return (end < 0 ? mimeType : mimeType.slice(0, end)).trim().toLowerCase();
}

function sizeOf(value: number): number {
  return value >= 0 && value < UNKNOWN_SIZE ? Math.trunc(value) : UNKNOWN_SIZE;
}

function wireSize(transfer: number, headers: number, body: number): number {
  if (transfer >= 0) return sizeOf(transfer);
  return headers >= 0 && body >= 0 ? sizeOf(headers + body) : UNKNOWN_SIZE;
}
