import { hash } from 'node:crypto';
import { type LogNote, type OpenLogOptions, openLogBatches } from '../formats/open-log.ts';
import type { LogRecord, ReadRecord } from '../record/log-record.ts';
import type { LogStore } from '../store/log-store.ts';
import type { CredentialBlanker } from './blank-credentials.ts';
import { LineChain } from './line-chain.ts';

/** One log that is taken into a store. */
export interface ImportOptions
  extends Pick<OpenLogOptions, 'name' | 'format' | 'formats' | 'defaults' | 'limits'> {
  readonly store: LogStore;
  /** Name of the source the records belong to. */
  readonly source: string;
  /** Leave out only where somebody wants credentials in the store. */
  readonly blank?: CredentialBlanker;
  /** Records that are written together. */
  readonly batchRecords?: number;
  /** After each batch; what it counts is on disk. */
  readonly onProgress?: (progress: ImportCount) => void;
  readonly onNote?: (note: LogNote) => void;
  /** Ends the import between two batches; run again, it goes on there. */
  readonly signal?: AbortSignal;
}

/** Records so far. */
export interface ImportCount {
  readonly read: number;
  readonly added: number;
  readonly bytes: number;
}

/** 5 000 to 20 000 write equally fast; the fewer, the less is held at once. */
const BATCH_RECORDS = 5_000;
/** Where records are whole documents, the batch is closed earlier. */
const BATCH_CHARS = 16 * 1024 * 1024;

/**
 * Reads a log and stores its records. Idempotent: what is there already is not added again, so an import that was
 * broken off is resumed by running it again. An empty chunk stores what has been read so far.
 */
export async function importLog(
  chunks: AsyncIterable<Uint8Array>,
  options: ImportOptions,
): Promise<ImportCount> {
  const { store, source, blank, batchRecords = BATCH_RECORDS, onProgress, signal, ...reading } = options;
  const chain = new LineChain(source);
  let read = 0;
  let added = 0;
  let bytes = 0;
  let isPause = false;
  let orderNs = 0n;
  let lastLine = 0;
  let piece = 0;
  /** What the records of the present line hold so far, as a digest. */
  let pieces = '';
  let held: ReadRecord | undefined;
  let batch: LogRecord[] = [];
  let batchChars = 0;

  const write = async (): Promise<void> => {
    if (batch.length === 0) return;
    const id = hash('sha256', batch.map(({ digest }) => digest).join(''), 'hex');
    const result = await store.ingest({ id, records: batch });
    added += result.added;
    batch = [];
    batchChars = 0;
    onProgress?.({ read, added, bytes });
    signal?.throwIfAborted();
  };
  const digestOf = ({ line, body }: ReadRecord, next: ReadRecord | 'none'): string => {
    // The last record may go on when the file has grown; it is another record then.
    if (next === 'none') return chain.digestAt(line, `${piece} ${body.length}`);
    if (next.line !== line) return chain.digestAt(line, String(piece));
    pieces = hash('sha256', `${pieces} ${body}`, 'hex');
    return chain.digestWithin(line, pieces);
  };
  const add = (record: ReadRecord, next: ReadRecord | 'none'): void => {
    piece = record.line === lastLine ? piece + 1 : 0;
    if (piece === 0) pieces = '';
    lastLine = record.line;
    const digest = digestOf(record, next);
    orderNs = record.timeNs ?? orderNs;
    batch.push({ ...(blank?.(record) ?? record), source, orderNs, digest });
    batchChars += record.body.length;
    read++;
  };
  const counted = (async function* () {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      isPause = chunk.length === 0;
      yield chunk;
    }
  })();

  for await (const records of openLogBatches(chain.through(counted), reading)) {
    for (const record of records) {
      if (held !== undefined) add(held, record);
      held = record;
      if (batch.length >= batchRecords || batchChars >= BATCH_CHARS) await write();
    }
    if (isPause) {
      if (held !== undefined) add(held, 'none');
      held = undefined;
      await write();
    }
  }
  if (held !== undefined) add(held, 'none');
  await write();
  return { read, added, bytes };
}
