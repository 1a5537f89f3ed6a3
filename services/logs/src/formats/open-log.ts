import { findTrackingIds, uniqueTrackingIds } from '@harrier/tracking';
import type { ReadRecord } from '../record/log-record.ts';
import { assembleRecords } from './assemble-records.ts';
import { newFileContext } from './compile-format.ts';
import type { CompiledFormat, FileContext } from './compiled-format.ts';
import { LogFormatError } from './log-format-error.ts';
import type { OpenRecord } from './open-record.ts';
import { readLines } from './read-lines.ts';
import { openRecogniser } from './recogniser.ts';
import { compiledFormats } from './shipped-formats.ts';
import { isZone } from './time-zone.ts';

/** How a log is read. */
export interface OpenLogOptions {
  /** What `ReadRecord.file` says. */
  readonly name: string;
  /** Id of the one format to read it by; what does not fit is text. Without it every format is asked. */
  readonly format?: string;
  /** The shipped ones unless given: formats of a user's own go in front of them (`loadFormats`). */
  readonly formats?: readonly CompiledFormat[];
  /** For records that do not say. */
  readonly defaults?: LogDefaults;
  readonly limits?: Partial<LogLimits>;
  /** What was odd on the way; a log is read to its end all the same. */
  readonly onNote?: (note: LogNote) => void;
}

export interface LogDefaults {
  readonly source?: string;
  readonly region?: string;
  readonly service?: string;
  readonly host?: string;
  /** Zone of times without one: `UTC` (the default), `+02:00`, `Europe/Berlin`. */
  readonly zone?: string;
  /** A moment shortly after the last line, e.g. the file's own time, for lines without a year; now unless given. */
  readonly referenceMs?: number;
}

/** What is kept in memory at most. Nothing is lost at a limit: what is beyond becomes further records, and a note. */
export interface LogLimits {
  readonly maxLineChars: number;
  readonly maxRecordLines: number;
  readonly maxRecordChars: number;
}

/** Real lines end at 64 KiB (journald, Docker 16 KiB); dumps of documents reach some hundred KiB. */
export const DEFAULT_LOG_LIMITS: LogLimits = {
  maxLineChars: 1024 * 1024,
  maxRecordLines: 20_000,
  maxRecordChars: 2 * 1024 * 1024,
};

/** `line-cut` a line was longer than the limit and comes in pieces · `record-cut` a record had more lines than the limit. */
export interface LogNote {
  readonly kind: 'line-cut' | 'record-cut';
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/**
 * Reads the records of a log, in the order of their first lines. Several formats may stand in one file. An empty chunk of
 * `chunks` says that nothing more is there for now: what is open is handed out. Credentials are as they stand; whoever
 * keeps records blanks them. Error: {@link LogFormatError} `logs/format-unknown`, `logs/zone-unknown`.
 */
export async function* openLog(
  chunks: AsyncIterable<Uint8Array>,
  options: OpenLogOptions,
): AsyncGenerator<ReadRecord> {
  for await (const batch of openLogBatches(chunks, options)) yield* batch;
}

/** The same, some hundred records at a time: awaiting each of them takes as long as reading it. */
export async function* openLogBatches(
  chunks: AsyncIterable<Uint8Array>,
  options: OpenLogOptions,
): AsyncGenerator<ReadRecord[]> {
  const limits = { ...DEFAULT_LOG_LIMITS, ...options.limits };
  const { defaults = {}, onNote, name } = options;
  const zone = defaults.zone ?? 'UTC';
  if (!isZone(zone)) throw new LogFormatError('logs/zone-unknown', '', `"${zone}" is no time zone.`);
  const context = newFileContext({ zone, referenceMs: defaults.referenceMs ?? Date.now() });
  const assembler = assembleRecords({
    ...limits,
    recogniser: openRecogniser(wantedFormats(options)),
    context,
    onCut: ({ number }) => onNote?.({ kind: 'record-cut', file: name, line: number }),
  });
  let cutLine = 0;
  for await (const lines of readLines(chunks, limits.maxLineChars)) {
    if (lines.length === 0) assembler.flush();
    for (const line of lines) {
      if (line.isCut && line.number !== cutLine) {
        cutLine = line.number;
        onNote?.({ kind: 'line-cut', file: name, line: line.number });
      }
      assembler.push(line);
    }
    const complete = assembler.take();
    if (complete.length > 0) yield complete.map((record) => toRecord(record, context, name, defaults));
  }
  assembler.flush();
  const rest = assembler.take();
  if (rest.length > 0) yield rest.map((record) => toRecord(record, context, name, defaults));
}

function wantedFormats({ format, formats = compiledFormats() }: OpenLogOptions): readonly CompiledFormat[] {
  if (format === undefined) return formats;
  const wanted = formats.filter((candidate) => candidate.format.id === format);
  if (wanted.length === 0)
    throw new LogFormatError('logs/format-unknown', '', `No format is called "${format}".`);
  return wanted;
}

function toRecord(record: OpenRecord, context: FileContext, file: string, defaults: LogDefaults): ReadRecord {
  const { head, compiled, firstLine, more } = record;
  while (more.length > 0 && more.at(-1)!.trim() === '') more.pop();
  const text = more.length === 0 ? firstLine : `${firstLine}\n${more.join('\n')}`;
  const beginning = head.body ?? firstLine;
  const isBlock = compiled?.format.kind === 'blocks';
  let body = isBlock ? text : joined(beginning, more);
  compiled?.finish(head, body, context);
  if (isBlock) body = head.body ?? body;
  return {
    timeNs: head.timeNs,
    source: defaults.source ?? '',
    region: head.region || (defaults.region ?? ''),
    service: head.service || (defaults.service ?? ''),
    host: head.host || (defaults.host ?? ''),
    level: head.level,
    ids: uniqueTrackingIds(findTrackingIds(text)),
    direction: head.direction,
    peer: head.peer,
    status: head.status,
    durationMs: head.durationMs,
    body,
    fields: head.fields,
    file,
    line: record.number,
    format: head.formatId,
  };
}

/** A first line that is all head has no message of its own. */
function joined(beginning: string, more: readonly string[]): string {
  if (more.length === 0) return beginning;
  const from = beginning === '' ? more.findIndex((line) => line !== '') : 0;
  const rest = more.slice(from).join('\n');
  return beginning === '' ? rest : `${beginning}\n${rest}`;
}
