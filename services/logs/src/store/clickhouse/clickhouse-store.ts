import {
  type ClickHouseClient,
  ClickHouseLogLevel,
  type ClickHouseSettings,
  createClient,
} from '@clickhouse/client';
import type {
  ForgetOrder,
  IngestBatch,
  IngestResult,
  LogAnswer,
  LogStore,
  PartialNote,
  RecordFilter,
  SourceInfo,
  StoredRecord,
} from '../log-store.ts';
import { LogStoreError } from '../log-store-error.ts';
import { reachOf } from '../tracking-reach.ts';
import { type ClickhouseAddress, readClickhouseAddress } from './clickhouse-address.ts';
import { forgetRows } from './forget.ts';
import { intLiteral, listLiteral, stringLiteral } from './literal.ts';
import { missingShards } from './missing-shards.ts';
import { filterConditions, oneOf, reachConditions, wordConditions } from './query-sql.ts';
import { RECORD_COLUMNS, type RecordRow, recordOfRow, rowsOf, type WrittenRow } from './record-row.ts';
import { FRESH_REPLICAS, waitForReplicas } from './replicas.ts';
import { type ClickhouseLayout, SCHEMA_VERSION, schemaStatements } from './schema.ts';
import { featuresOf, type ServerFeatures } from './server-features.ts';
import { isShardLoss, Servers } from './servers.ts';

/** Rows of one question. A long answer is read page by page, so neither side holds it whole. */
const PAGE_ROWS = 5_000;

/** One thread reads some granules sooner than several are woken (measured on three servers and two cores). */
const FEW_ROWS: ClickHouseSettings = { max_threads: 1 };

/** What rows are wanted. */
interface Question {
  /** Looked at before anything else of a row is read: bodies lie between ids, and are long. */
  readonly first?: string;
  readonly where: readonly string[];
  readonly settings?: ClickHouseSettings;
}

/** A whole batch is a long list of ids in one question; the servers' own limit is 256 KiB. */
const LONG_QUERY: ClickHouseSettings = { max_query_size: '16777216' };

/**
 * A ClickHouse cluster, or one server. A batch is durable as far as the cluster makes it: on old servers what was
 * acknowledged is with the operating system of every shard, on later ones on its disk.
 */
export async function openClickhouseStore(address: string): Promise<LogStore> {
  const read = readClickhouseAddress(address);
  const clients = read.urls.map((url) =>
    createClient({
      url,
      username: read.username,
      password: read.password,
      request_timeout: 120_000,
      keep_alive: { enabled: true, idle_socket_ttl: 2_000 },
      log: { level: ClickHouseLogLevel.OFF },
    }),
  );
  return openClickhouseStoreOn(clients, read);
}

/** The same over connections that exist: of tests, and of ClickHouse inside this process. */
export async function openClickhouseStoreOn(
  clients: readonly ClickHouseClient[],
  address: Pick<ClickhouseAddress, 'database' | 'cluster' | 'replicated' | 'name'>,
): Promise<LogStore> {
  const servers = new Servers(clients, address.name);
  const [answer] = await servers.rows<{ version: string }>('select version() as version');
  const features = featuresOf(answer?.version ?? '');
  await prepareTables(servers, address, features);
  return new ClickhouseStore(servers, address, features);
}

async function prepareTables(
  servers: Servers,
  layout: ClickhouseLayout & { readonly name: string },
  features: ServerFeatures,
): Promise<void> {
  const { database, name } = layout;
  const settings: ClickHouseSettings =
    features.lowCardinality === 'allow' ? { allow_experimental_low_cardinality_type: 1 } : {};
  // A server that is down gets its tables when it is asked next time.
  for (const client of servers.all) {
    const one = new Servers([client], name);
    try {
      await one.command(`create database if not exists ${database}`);
      for (const statement of schemaStatements(layout, features))
        await one.command(inDatabase(statement, database), settings);
      const [found] = await one.rows<{ version: number }>(
        `select max(version) as version from ${database}.harrier_schema`,
      );
      const version = found?.version ?? 0;
      if (version > SCHEMA_VERSION)
        throw new LogStoreError(
          'logs/store-newer',
          name,
          `${name} was written by a newer version of Harrier.`,
        );
      if (version < SCHEMA_VERSION)
        await one.insert(`${database}.harrier_schema`, [{ version: SCHEMA_VERSION }], {});
    } catch (error) {
      const isDown = error instanceof LogStoreError && error.code === 'logs/store-unreachable';
      if (!isDown || servers.all.length === 1) throw error;
    }
  }
}

/** The statements name tables alone. */
function inDatabase(statement: string, database: string): string {
  return statement.replace(/\b(exists|as) (harrier_\w+)/g, `$1 ${database}.$2`);
}

class ClickhouseStore implements LogStore {
  readonly capabilities;
  readonly #servers: Servers;
  readonly #layout: ClickhouseLayout;
  readonly #features: ServerFeatures;

  constructor(servers: Servers, layout: ClickhouseLayout, features: ServerFeatures) {
    this.#servers = servers;
    this.#layout = layout;
    this.#features = features;
    this.capabilities = {
      engine: `ClickHouse ${features.version}`,
      wordIndex: features.ngramIndex,
      partialAnswers: layout.cluster !== undefined,
      ingest: true,
    };
  }

  /**
   * First the records, then the batch's name: what was broken off in between is seen by its digests next time. Two imports
   * of the same records at the same moment may both write them; reading and merging drops the second.
   */
  async ingest({ id, records }: IngestBatch): Promise<IngestResult> {
    if (records.length === 0) return { added: 0, known: 0 };
    const batches = this.#table('batch');
    const known = await this.#servers.rows(
      `select id from ${batches} where id = ${stringLiteral(id)} limit 1`,
    );
    if (known.length > 0) return { added: 0, known: records.length };
    const rows = records.map(rowsOf);
    const stored = await this.#storedDigests(rows.flat());
    const fresh = rows.filter(([first]) => !stored.has(first!.digest));
    const settings: ClickHouseSettings = {
      ...(this.#layout.cluster === undefined ? {} : { insert_distributed_sync: 1 }),
      // Replicas drop what looks like an earlier insert, even one whose rows were forgotten since.
      ...(this.#layout.replicated ? { insert_deduplicate: 0 } : {}),
    };
    if (fresh.length > 0) {
      await this.#servers.insert(this.#table('record'), fresh.flat(), settings);
      if (this.#layout.replicated) await waitForReplicas(this.#servers, this.#layout);
    }
    await this.#servers.insert(batches, [{ id }], settings);
    return { added: fresh.length, known: records.length - fresh.length };
  }

  byTracking(query: Parameters<LogStore['byTracking']>[0]): LogAnswer {
    const [base, ...path] = reachConditions(reachOf(query.target));
    return this.#answer(
      { first: base!, where: [...path, ...filterConditions(query)], settings: FEW_ROWS },
      query,
    );
  }

  search(query: Parameters<LogStore['search']>[0]): LogAnswer {
    return this.#answer({ where: [...filterConditions(query), ...wordConditions(query.words)] }, query);
  }

  range(query: RecordFilter): LogAnswer {
    return this.#answer({ where: filterConditions(query) }, query);
  }

  async sources(): Promise<SourceInfo[]> {
    const rows = await this.#servers.rows<{
      source: string;
      region: string;
      n: string;
      timed: string;
      first: string;
      last: string;
    }>(
      `select source, region, sum(is_first) as n, sum(has_time) as timed,
       min(if(has_time = 1, order_ns, toInt64(${LAST_NS}))) as first, max(if(has_time = 1, order_ns, toInt64(-${LAST_NS}))) as last
       from ${this.#table('record')} group by source, region order by source, region`,
    );
    return rows.map(({ source, region, n, timed, first, last }) => ({
      name: source,
      region,
      records: Number(n),
      firstNs: timed === '0' ? undefined : BigInt(first),
      lastNs: timed === '0' ? undefined : BigInt(last),
    }));
  }

  async forget({ beforeNs, sources }: ForgetOrder): Promise<number> {
    const where = [`order_ns < ${beforeNs}`, ...(sources === undefined ? [] : [oneOf('source', sources)])];
    const condition = where.join(' and ');
    const [found] = await this.#servers.rows<{ n: string }>(
      `select sum(is_first) as n from ${this.#table('record')} where ${condition}`,
    );
    const count = Number(found?.n ?? 0);
    if (count > 0) await forgetRows(this.#servers, this.#layout, this.#features, condition);
    return count;
  }

  async close(): Promise<void> {
    await this.#servers.close();
  }

  #table(kind: 'record' | 'batch'): string {
    return `${this.#layout.database}.harrier_${kind}`;
  }

  /** Which of some rows are there. Reads what the order of the table makes cheap: a batch's bases, in its time. */
  async #storedDigests(rows: readonly WrittenRow[]): Promise<Set<string>> {
    const orders = rows.map(({ order_ns }) => BigInt(order_ns));
    const digests = rows.map(({ digest }) => digest).sort();
    const found = await this.#servers.rows<{ digest: string }>(
      `select distinct digest from ${this.#table('record')} where base in ${listLiteral([...new Set(rows.map(({ base }) => base))])}
       and order_ns >= ${intLiteral(least(orders))} and order_ns <= ${intLiteral(-least(orders.map((one) => -one)))}
       and digest >= ${stringLiteral(digests[0]!)} and digest <= ${stringLiteral(digests.at(-1)!)}`,
      LONG_QUERY,
    );
    return new Set(found.map(({ digest }) => digest));
  }

  #answer(question: Question, { limit }: RecordFilter): LogAnswer {
    const partial: PartialNote[] = [];
    return { records: this.#records(question, limit, partial), partial };
  }

  async *#records(
    { first, where, settings }: Question,
    limit: number | undefined,
    partial: PartialNote[],
  ): AsyncGenerator<StoredRecord> {
    let left = limit ?? Number.POSITIVE_INFINITY;
    let last: RecordRow | undefined;
    while (left > 0) {
      const wanted = Math.min(left, PAGE_ROWS);
      const conditions = [...where, ...(last === undefined ? [] : [behind(last)])];
      const rows = await this.#page(
        `select ${RECORD_COLUMNS} from ${this.#table('record')} ${first === undefined ? '' : `prewhere ${first}`}
         where ${conditions.length === 0 ? '1' : conditions.join(' and ')}
         order by order_ns, digest limit 1 by digest limit ${wanted}`,
        settings,
        partial,
      );
      for (const row of rows) yield recordOfRow(row);
      left -= rows.length;
      last = rows.at(-1);
      if (rows.length < wanted) return;
    }
  }

  /** Asks for everything; where a shard is missing, for what the others have, and says so. */
  async #page(
    query: string,
    wanted: ClickHouseSettings | undefined,
    partial: PartialNote[],
  ): Promise<RecordRow[]> {
    const { cluster, replicated } = this.#layout;
    const settings = replicated ? { ...wanted, ...FRESH_REPLICAS } : wanted;
    try {
      if (partial.length === 0) return await this.#servers.rows<RecordRow>(query, settings);
    } catch (error) {
      if (cluster === undefined || !isShardLoss(error)) throw error;
      partial.push(...(await missingShards(this.#servers, cluster)));
    }
    return this.#servers.rows<RecordRow>(query, { ...settings, skip_unavailable_shards: 1 });
  }
}

const LAST_NS = '9223372036854775807';

/** The condition of rows that come after one, in the order of answers. */
function behind({ order_ns, digest }: RecordRow): string {
  return `(order_ns > ${order_ns} or (order_ns = ${order_ns} and digest > ${stringLiteral(digest)}))`;
}

function least(values: readonly bigint[]): bigint {
  let found = values[0]!;
  for (const value of values) if (value < found) found = value;
  return found;
}
