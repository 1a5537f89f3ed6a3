import type { CompiledFormat } from './compiled-format.ts';
import { isHeaderField } from './continuation-shape.ts';
import type { Head } from './head.ts';

/** A record whose last line is not known yet. */
export interface OpenRecord {
  readonly head: Head;
  /** undefined = the line fits no format. */
  readonly compiled: CompiledFormat | undefined;
  /** The first line as the record's format sees it, without what a container wrote around it. */
  readonly firstLine: string;
  readonly number: number;
  readonly more: string[];
  /** Number of the last line that was added. */
  lastNumber: number;
  chars: number;
  isClosed: boolean;
  /** The last line is empty and the one before it was `Name: value`: a document follows. */
  awaitsDocument: boolean;
}

/** What one record may hold; what is beyond becomes a record of its own, and is told. */
export interface RecordCaps {
  readonly maxRecordLines: number;
  readonly maxRecordChars: number;
}

export function openRecord(
  head: Head,
  compiled: CompiledFormat | undefined,
  firstLine: string,
  number: number,
): OpenRecord {
  return {
    head,
    compiled,
    firstLine,
    number,
    more: [],
    lastNumber: number,
    chars: firstLine.length,
    isClosed: compiled !== undefined && (compiled.format.continuation ?? 'none') === 'none',
    awaitsDocument: false,
  };
}

/** Whether any line that begins no record belongs to this one. */
export function takesAny(record: OpenRecord): boolean {
  return !record.isClosed && record.compiled?.format.continuation === 'any';
}

/** The last line of the record, where its format names one: `''` is an empty line. */
export function lastLineOf(record: OpenRecord): string | undefined {
  const continuation = record.compiled?.format.continuation;
  return typeof continuation === 'object' && !record.isClosed ? continuation.until : undefined;
}

/** Adds a line. Returns false, and closes the record, when it is full. */
export function addLine(record: OpenRecord, line: string, number: number, caps: RecordCaps): boolean {
  if (record.more.length >= caps.maxRecordLines || record.chars + line.length > caps.maxRecordChars) {
    record.isClosed = true;
    return false;
  }
  record.awaitsDocument = line === '' && isHeaderField(record.more.at(-1) ?? '');
  record.more.push(line);
  record.chars += line.length + 1;
  record.lastNumber = number;
  return true;
}
