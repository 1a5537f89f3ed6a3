import type { ServerFeatures } from './server-features.ts';

/** Where the tables are. */
export interface ClickhouseLayout {
  /** Name in the servers' `remote_servers`; undefined = one server. */
  readonly cluster: string | undefined;
  /** Tables of a shard are kept on several servers; the servers' macros say which is which. */
  readonly replicated: boolean;
  readonly database: string;
}

/** The version of the tables below. */
export const SCHEMA_VERSION = 1;

/** The tables that each server has of its own; the same names as the ones that are asked where there is no cluster. */
export function localNames({ cluster }: ClickhouseLayout): { record: string; batch: string } {
  return cluster === undefined
    ? { record: 'harrier_record', batch: 'harrier_batch' }
    : { record: 'harrier_record_local', batch: 'harrier_batch_local' };
}

/**
 * What brings a server's tables to `SCHEMA_VERSION`, from any earlier version or from nothing. A record has a row for each
 * base among its ids, or one with an empty base; rows of a base lie together on one shard, in time order, so that
 * one id is read from few small granules. Rows that came twice have the same key and are merged away.
 */
export function schemaStatements(layout: ClickhouseLayout, features: ServerFeatures): string[] {
  const { cluster, database } = layout;
  const local = localNames(layout);
  const word = 'LowCardinality(String)';
  const settings = features.fsyncAfterInsert ? ', fsync_after_insert = 1, fsync_part_directory = 1' : '';
  const statements = [
    `create table if not exists ${local.record} (
      base String, paths Array(String), order_ns Int64, has_time UInt8, day Date, digest String, is_first UInt8,
      source ${word}, region ${word}, service ${word}, host ${word}, file String, format ${word},
      line UInt32, level Int8, direction ${word}, peer String, status Int32, duration_ms Float64,
      ids String, body String, fields String, field_names Array(String), field_values Array(String), words String
      ${features.ngramIndex ? ', index words_ngrams words type ngrambf_v1(4, 16384, 2, 0) granularity 8' : ''}
    ) engine = ${engine('ReplacingMergeTree', local.record, layout)}
    partition by toYYYYMM(day) order by (base, order_ns, digest) settings index_granularity = 256${settings}`,
    `create table if not exists ${local.batch} (id String) engine = ${engine('ReplacingMergeTree', local.batch, layout)}
    order by id${settings === '' ? '' : ` settings ${settings.slice(2)}`}`,
    `create table if not exists harrier_schema (version UInt32) engine = ${engine('MergeTree', 'harrier_schema', layout)} order by version`,
  ];
  if (cluster !== undefined) {
    statements.push(
      `create table if not exists harrier_record as harrier_record_local
      engine = Distributed(${cluster}, ${database}, harrier_record_local, cityHash64(if(base = '', digest, base)))`,
      `create table if not exists harrier_batch as harrier_batch_local
      engine = Distributed(${cluster}, ${database}, harrier_batch_local, cityHash64(id))`,
    );
  }
  return statements;
}

function engine(kind: string, table: string, { replicated, database }: ClickhouseLayout): string {
  return replicated
    ? `Replicated${kind}('/clickhouse/tables/{shard}/${database}/${table}', '{replica}')`
    : `${kind}()`;
}
