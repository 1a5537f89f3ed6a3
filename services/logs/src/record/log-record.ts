import type { TrackingId } from '@harrier/tracking';

/** Severity by its OpenTelemetry short name, least severe first. Spec: OpenTelemetry Logs Data Model, SeverityNumber. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;

/** One of `LOG_LEVELS`. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/**
 * One event of a log: a line, or a line with what belongs to it (a stack trace, an XML document, a header dump).
 * Texts are `''` where the line does not say; what is `undefined` was not recorded.
 */
export interface LogRecord {
  /** When, in nanoseconds since 1970-01-01T00:00Z; undefined where the line has no time. */
  readonly timeNs: bigint | undefined;
  /**
   * Its place in time order, in the same unit: `timeNs`, or for a record without a time that of the record
   * before it in its file (0 where none came before). A store sorts by this and by nothing else.
   */
  readonly orderNs: bigint;
  /** Name of the source it was imported into, e.g. `cpapi-us`. */
  readonly source: string;
  readonly region: string;
  readonly service: string;
  readonly host: string;
  readonly level: LogLevel | undefined;
  /** Every tracking id of the record, each once, in order of appearance. */
  readonly ids: readonly TrackingId[];
  /** Whether the line tells of a message that came in or went out. */
  readonly direction: 'in' | 'out' | undefined;
  /** The other end of that message, as the line names it. */
  readonly peer: string;
  /** Status code of HTTP. */
  readonly status: number | undefined;
  readonly durationMs: number | undefined;
  /** The message, its lines joined by `\n`; credentials are blanked. */
  readonly body: string;
  /** Other named values, as text; credentials are blanked. */
  readonly fields: Readonly<Record<string, string>>;
  /** The file it stood in, without folders above what was imported; the endpoint's name for what came by HTTP. */
  readonly file: string;
  /** First line of the record, from 1. */
  readonly line: number;
  /** Id of the format that read it; `text` when none fitted. */
  readonly format: string;
  /** Which event this is, 40 hex digits: the same event imported again has the same digest (see `ingest/line-chain.ts`). */
  readonly digest: string;
}

/** A record as a format reads it, before ingestion gives it an order and a digest. */
export type ReadRecord = Omit<LogRecord, 'digest' | 'orderNs'>;
