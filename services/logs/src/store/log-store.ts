import type { TrackingId, TrackingLevel } from '@harrier/tracking';
import type { LogLevel, LogRecord } from '../record/log-record.ts';

/**
 * Where log records are kept and found. Every implementation passes `log-store.contract.ts`.
 * Queries answer in order of `orderNs`, earliest first, records of the same moment in a stable order.
 */
export interface LogStore {
  /** Adds what is not there yet; what it counts as added is on disk when the promise resolves. */
  ingest(batch: IngestBatch): Promise<IngestResult>;
  /** Records that carry an id, at the wanted reach. */
  byTracking(query: TrackingQuery): LogAnswer;
  /** Records whose message or fields hold all the words. */
  search(query: WordQuery): LogAnswer;
  /** Records of a time range. */
  range(query: RangeQuery): LogAnswer;
  /** What is stored, by source and region, in order of name. */
  sources(): Promise<SourceInfo[]>;
  /** Forgets records whose `orderNs` lies before `beforeNs`; returns how many. Without sources: in all of them. */
  forget(order: ForgetOrder): Promise<number>;
  readonly capabilities: StoreCapabilities;
  close(): Promise<void>;
}

/** A record as a store gives it back: equal to the one that went in. */
export type StoredRecord = LogRecord;

/** Records that are taken in together or not at all. */
export interface IngestBatch {
  /** The same records in the same batch have the same id; a store that has it may skip the work. */
  readonly id: string;
  readonly records: readonly LogRecord[];
}

export interface IngestResult {
  readonly added: number;
  /** Records that were there already. */
  readonly known: number;
}

/** An answer that arrives while it is read. */
export interface LogAnswer {
  /** May be read once. Breaking off ends the query. */
  readonly records: AsyncIterable<StoredRecord>;
  /** What did not answer; complete when `records` has ended. Empty = the answer is whole. */
  readonly partial: readonly PartialNote[];
}

/** A part of the logs that an answer lacks. Never silent: who shows the records shows this. */
export interface PartialNote {
  readonly part: 'shard' | 'source';
  /** Which one, in the words of the store's configuration; `''` where the store does not say. */
  readonly name: string;
  /** `unreachable` no connection · `slow` no answer in time · `refused` no permission · `failed` it answered with an error. */
  readonly reason: 'unreachable' | 'slow' | 'refused' | 'failed';
}

/** Half-open [fromNs, toNs), nanoseconds since 1970-01-01T00:00Z. */
export interface TimeWindow {
  readonly fromNs: bigint;
  readonly toNs: bigint;
}

/** Limits that every query takes; what is left out does not limit. */
export interface RecordFilter {
  readonly window?: TimeWindow;
  /** Names of sources. An empty list finds nothing. */
  readonly sources?: readonly string[];
  /** Exact and in any case, the alternatives of a field in one list. */
  readonly region?: readonly string[];
  readonly service?: readonly string[];
  readonly host?: readonly string[];
  readonly level?: readonly LogLevel[];
  /** Inclusive. */
  readonly status?: { readonly from: number; readonly to: number };
  /** Named values of `LogRecord.fields`, exact. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Most records wanted, from the earliest. */
  readonly limit?: number;
}

/** `digits`: the first 8 to 35 characters of a UUID, lower case, for ids read out over the phone. */
export type TrackingTarget =
  | { readonly kind: 'id'; readonly id: TrackingId; readonly level: TrackingLevel }
  | { readonly kind: 'uuid-start'; readonly digits: string };

export interface TrackingQuery extends RecordFilter {
  readonly target: TrackingTarget;
}

export interface WordQuery extends RecordFilter {
  /** All of them must be there, see `search/words.ts`. */
  readonly words: readonly SearchWord[];
}

/** Letters and digits as they follow each other, in any case: one word, or several for a phrase. */
export interface SearchWord {
  readonly tokens: readonly string[];
  /** The last token may go on (`record*`). */
  readonly prefix: boolean;
}

export type RangeQuery = RecordFilter;

/** What is stored of one source and region. */
export interface SourceInfo {
  readonly name: string;
  readonly region: string;
  readonly records: number;
  /** Of the records that have a time; undefined when none has. */
  readonly firstNs: bigint | undefined;
  readonly lastNs: bigint | undefined;
}

export interface ForgetOrder {
  readonly beforeNs: bigint;
  readonly sources?: readonly string[];
}

export interface StoreCapabilities {
  /** For people: engine and version, e.g. `libsql (SQLite 3.45.1)`. */
  readonly engine: string;
  /** Whether words are found by an index or by reading everything. */
  readonly wordIndex: boolean;
  /** Whether an answer may be partial. */
  readonly partialAnswers: boolean;
  /** Whether it can take records in; connectors of others' stores cannot. */
  readonly ingest: boolean;
}
