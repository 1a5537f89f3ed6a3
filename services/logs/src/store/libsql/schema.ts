import type Database from 'libsql';
import { LogStoreError } from '../log-store-error.ts';

/**
 * Each step takes the schema one version further; a step that was released is never changed.
 * The version is kept in `user_version` of the file. Spec: SQLite, PRAGMA user_version.
 */
const STEPS: readonly string[] = [
  `
  -- What many records share. The counts make the list of sources cheap.
  create table origin (
    id integer primary key,
    source text not null, region text not null, service text not null,
    host text not null, file text not null, format text not null,
    records integer not null default 0, first_ns integer, last_ns integer,
    unique (source, region, service, host, file, format)
  );
  -- order_ns is the place in time order; time_ns is null where the record has no time of its own.
  -- ids and fields hold what tables below index, so that a record is read with one look.
  create table record (
    id integer primary key,
    digest blob not null unique,
    order_ns integer not null,
    time_ns integer,
    origin integer not null references origin (id),
    line integer not null,
    level integer, direction text, peer text not null, status integer, duration_ms real,
    ids text not null, body text not null, fields text
  );
  create index record_by_order on record (order_ns, id);
  -- base: a UUID as 16 bytes, anything else as text. path: counters from the session down, joined by _.
  create table tracking (
    base blob not null, path text not null, order_ns integer not null, record integer not null,
    primary key (base, path, order_ns, record)
  ) without rowid;
  -- Letters and digits make words, accents count: as every other store cuts them.
  create virtual table words using fts5 (
    text, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0"
  );
  -- Batches that are in, so that an import that is run again goes over them quickly.
  create table batch (id text primary key) without rowid;
  `,
];

/** Opens a file for writing or reading records, and brings its schema up to date. */
export function prepareDatabase(db: Database.Database, store: string): void {
  // FULL: a commit is on disk before it is acknowledged. The checkpoint comes every 64 MB instead of every 4,
  // because one batch touches thousands of pages of the id index (measured: a third faster).
  db.exec('pragma busy_timeout = 20000');
  db.exec('pragma journal_mode = wal');
  db.exec('pragma synchronous = full');
  db.exec('pragma wal_autocheckpoint = 16384');
  db.exec('pragma cache_size = -65536');
  db.exec('pragma temp_store = memory');
  if (versionOf(db) === STEPS.length) return;
  db.transaction(() => {
    const version = versionOf(db);
    if (version > STEPS.length)
      throw new LogStoreError(
        'logs/store-newer',
        store,
        `${store} was written by a newer version of Harrier.`,
      );
    for (const step of STEPS.slice(version)) db.exec(step);
    db.exec(`pragma user_version = ${STEPS.length}`);
  }).immediate();
}

function versionOf(db: Database.Database): number {
  return (db.prepare('pragma user_version').get() as { user_version: number }).user_version;
}
