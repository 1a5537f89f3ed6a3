import { sessionKey, type TrackingId } from '@harrier/tracking';
import Database from 'libsql';
import { writeIds } from '../ids-text.ts';
import type { IngestBatch, IngestResult, StoredRecord } from '../log-store.ts';
import { LogStoreError } from '../log-store-error.ts';
import { pathOf } from '../tracking-reach.ts';
import { baseKey, rankOfLevel } from './record-row.ts';

/** What a batch adds to one origin. */
interface OriginGrowth {
  readonly id: number;
  records: number;
  firstNs: bigint | null;
  lastNs: bigint | null;
}

/** Writes batches, each in one transaction: all of it is there afterwards, or none. */
export class BatchWriter {
  readonly #db: Database.Database;
  readonly #store: string;
  readonly #addRecord: Database.Statement;
  readonly #addTracking: Database.Statement;
  readonly #addWords: Database.Statement;
  readonly #addOrigin: Database.Statement;
  readonly #growOrigin: Database.Statement;
  readonly #addBatch: Database.Statement;

  /** `store`: what errors call it. */
  constructor(db: Database.Database, store: string) {
    this.#db = db;
    this.#store = store;
    this.#addRecord = db.prepare(
      'insert or ignore into record values (null, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    );
    this.#addTracking = db.prepare('insert or ignore into tracking values (?, ?, ?, ?)');
    this.#addWords = db.prepare('insert into words (rowid, text) values (?, ?)');
    this.#addOrigin = db.prepare(
      `insert into origin (source, region, service, host, file, format) values (?, ?, ?, ?, ?, ?)
       on conflict do update set records = records returning id`,
    );
    this.#growOrigin = db.prepare(
      `update origin set records = records + ?, first_ns = min(ifnull(first_ns, ?), ifnull(?, first_ns)),
       last_ns = max(ifnull(last_ns, ?), ifnull(?, last_ns)) where id = ?`,
    );
    this.#addBatch = db.prepare('insert or ignore into batch values (?)');
  }

  /** Error: {@link LogStoreError} where the file takes nothing in. */
  write(batch: IngestBatch): IngestResult {
    let added = 0;
    const write = this.#db.transaction(() => {
      added = this.#writeAll(batch);
    });
    try {
      write.immediate();
    } catch (error) {
      // Of a full disk the driver only says that there was nothing left to take back.
      if (!(error instanceof Database.SqliteError)) throw error;
      throw new LogStoreError(
        'logs/store-unwritable',
        this.#store,
        `${this.#store} cannot be written.`,
        error,
      );
    }
    return { added, known: batch.records.length - added };
  }

  /** How many records were new. */
  #writeAll({ id, records }: IngestBatch): number {
    if (this.#addBatch.run([id]).changes === 0) return 0;
    let added = 0;
    const origins = new Map<string, OriginGrowth>();
    for (const record of records) if (this.#writeRecord(record, origins)) added++;
    for (const { id: origin, records: count, firstNs, lastNs } of origins.values())
      if (count > 0) this.#growOrigin.run([count, firstNs, firstNs, lastNs, lastNs, origin]);
    return added;
  }

  #writeRecord(record: StoredRecord, origins: Map<string, OriginGrowth>): boolean {
    const origin = this.#originOf(record, origins);
    const { timeNs, orderNs, body, fields } = record;
    const hasFields = Object.keys(fields).length > 0;
    const { changes, lastInsertRowid } = this.#addRecord.run([
      Buffer.from(record.digest, 'hex'),
      orderNs,
      timeNs ?? null,
      origin.id,
      record.line,
      rankOfLevel(record.level),
      record.direction ?? null,
      record.peer,
      record.status ?? null,
      record.durationMs ?? null,
      writeIds(record.ids),
      body,
      hasFields ? JSON.stringify(fields) : null,
    ]);
    if (changes === 0) return false;
    for (const id of record.ids) this.#addTracking.run([...trackingKey(id), orderNs, lastInsertRowid]);
    this.#addWords.run([lastInsertRowid, hasFields ? [body, ...Object.values(fields)].join('\n') : body]);
    origin.records++;
    if (timeNs !== undefined) {
      if (origin.firstNs === null || timeNs < origin.firstNs) origin.firstNs = timeNs;
      if (origin.lastNs === null || timeNs > origin.lastNs) origin.lastNs = timeNs;
    }
    return true;
  }

  #originOf(record: StoredRecord, origins: Map<string, OriginGrowth>): OriginGrowth {
    const { source, region, service, host, file, format } = record;
    const key = `${source}\0${region}\0${service}\0${host}\0${file}\0${format}`;
    let origin = origins.get(key);
    if (origin === undefined) {
      const row = this.#addOrigin.get([source, region, service, host, file, format]) as { id: number };
      origin = { id: row.id, records: 0, firstNs: null, lastNs: null };
      origins.set(key, origin);
    }
    return origin;
  }
}

/** Where the id index keeps an id. */
export function trackingKey(id: TrackingId): [base: Uint8Array | string, path: string] {
  return [baseKey(sessionKey(id)), pathOf(id)];
}
