import { closeSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import Database from 'libsql';
import { wholeAnswer } from '../log-answer.ts';
import type { LogAnswer, LogStore, SourceInfo, StoredRecord } from '../log-store.ts';
import { LogStoreError } from '../log-store-error.ts';
import { reachOf } from '../tracking-reach.ts';
import { forgetRecords } from './forget.ts';
import { KeptStatements } from './kept-statements.ts';
import { type IdQuery, rangeIdsQuery, trackingIdsQuery, wordIdsQuery } from './query-sql.ts';
import { RECORD_COLUMNS, type RecordRow, recordOfRow } from './record-row.ts';
import { prepareDatabase } from './schema.ts';
import { BatchWriter } from './write-batch.ts';

/** Ids that are turned into records before others get a turn. */
const RECORDS_AT_ONCE = 256;

/**
 * The embedded store: one file beside which nothing has to run, several processes at once. A query's first record
 * waits until the engine has sorted what was found, on this thread; a server gives it a thread of its own.
 */
export function openLibsqlStore(file: string): LogStore {
  const store = `sqlite:${file}`;
  const { db, writer } = openFile(file, store);
  const version = (db.prepare('select sqlite_version() as version').get() as { version: string }).version;
  const recordById = db
    .prepare(`select ${RECORD_COLUMNS} from record r join origin o on o.id = r.origin where r.id = ?`)
    .safeIntegers(true)
    .raw(true);
  const statements = new KeptStatements(db);

  async function* recordsOf({ sql, parameters }: IdQuery): AsyncGenerator<StoredRecord> {
    const statement = statements.lend(sql);
    const ids = statement.iterate([...parameters]) as IterableIterator<[number]>;
    let count = 0;
    for (const [id] of ids) {
      // What was forgotten since the ids were read is gone.
      const row = recordById.get([id]) as RecordRow | undefined;
      if (row !== undefined) yield recordOfRow(row);
      if (++count % RECORDS_AT_ONCE === 0) await new Promise(setImmediate);
    }
    statements.takeBack(sql, statement);
  }
  const answer = (query: IdQuery): LogAnswer => wholeAnswer(recordsOf(query));

  return {
    capabilities: {
      engine: `libsql (SQLite ${version})`,
      wordIndex: true,
      partialAnswers: false,
      ingest: true,
    },
    ingest: async (batch) => writer.write(batch),
    byTracking: (query) => answer(trackingIdsQuery(reachOf(query.target), query)),
    search: (query) =>
      query.words.length === 0 ? answer(rangeIdsQuery(query)) : answer(wordIdsQuery(query.words, query)),
    range: (query) => answer(rangeIdsQuery(query)),
    sources: async () => readSources(db),
    forget: (order) => forgetRecords(db, order),
    close: async () => {
      db.close();
    },
  };
}

function openFile(file: string, store: string): { db: Database.Database; writer: BatchWriter } {
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    // For its owner alone, whatever the folder allows: what no detector knows stands in logs. The log beside it takes the same mode.
    if (file !== ':memory:') closeSync(openSync(file, 'a', 0o600));
    const db = new Database(file);
    prepareDatabase(db, store);
    return { db, writer: new BatchWriter(db, store) };
  } catch (error) {
    if (error instanceof LogStoreError) throw error;
    const isForeign = /not a database/i.test(error instanceof Error ? error.message : '');
    throw isForeign
      ? new LogStoreError('logs/store-foreign', store, `${store} is not a log store.`, error)
      : new LogStoreError('logs/store-unreachable', store, `${store} cannot be opened.`, error);
  }
}

function readSources(db: Database.Database): SourceInfo[] {
  const rows = db
    .prepare(
      `select source, region, sum(records), min(first_ns), max(last_ns) from origin
       where records > 0 group by source, region order by source, region`,
    )
    .safeIntegers(true)
    .raw(true)
    .all([]) as [string, string, bigint, bigint | null, bigint | null][];
  return rows.map(([name, region, records, firstNs, lastNs]) => ({
    name,
    region,
    records: Number(records),
    firstNs: firstNs ?? undefined,
    lastNs: lastNs ?? undefined,
  }));
}
