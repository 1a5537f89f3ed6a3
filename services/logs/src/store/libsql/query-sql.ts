import { LOG_LEVELS } from '../../record/log-record.ts';
import type { RecordFilter, SearchWord } from '../log-store.ts';
import type { TrackingReach } from '../tracking-reach.ts';
import { baseKey } from './record-row.ts';

/** A statement that gives the ids of records in time order, and its parameters. */
export interface IdQuery {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
}

export type SqlValue = string | number | bigint | Uint8Array | null;

/** Ids of the records that carry an id within reach. Reads the id index alone unless the filter asks for more. */
export function trackingIdsQuery(reach: TrackingReach, filter: RecordFilter): IdQuery {
  const where = new Conditions();
  reachConditions(reach, where);
  windowConditions(filter, 't.order_ns', where);
  const needsRecord = recordConditions(filter, where);
  return {
    sql: `select distinct t.record, t.order_ns from tracking t
      ${needsRecord ? 'join record r on r.id = t.record' : ''}
      where ${where.sql} order by t.order_ns, t.record ${limitOf(filter)}`,
    parameters: where.parameters,
  };
}

/** Ids of the records that hold all the words. */
export function wordIdsQuery(words: readonly SearchWord[], filter: RecordFilter): IdQuery {
  const where = new Conditions();
  where.add('w.words match ?', words.map(matchOf).join(' AND '));
  windowConditions(filter, 'r.order_ns', where);
  recordConditions(filter, where);
  return {
    sql: `select r.id, r.order_ns from words w join record r on r.id = w.rowid
      where ${where.sql} order by r.order_ns, r.id ${limitOf(filter)}`,
    parameters: where.parameters,
  };
}

/** Ids of the records that pass the filter. */
export function rangeIdsQuery(filter: RecordFilter): IdQuery {
  const where = new Conditions();
  windowConditions(filter, 'r.order_ns', where);
  recordConditions(filter, where);
  return {
    sql: `select r.id, r.order_ns from record r
      where ${where.sql} order by r.order_ns, r.id ${limitOf(filter)}`,
    parameters: where.parameters,
  };
}

/** Conditions that all hold, and their parameters in the same order. */
class Conditions {
  readonly #parts: string[] = [];
  readonly parameters: SqlValue[] = [];

  get sql(): string {
    return this.#parts.length === 0 ? 'true' : this.#parts.join(' and ');
  }

  add(sql: string, ...parameters: readonly SqlValue[]): void {
    this.#parts.push(sql);
    this.parameters.push(...parameters);
  }
}

function reachConditions(reach: TrackingReach, where: Conditions): void {
  if (reach.kind === 'uuid-start') {
    // Whole UUIDs are bytes; a damaged one, a digit short, is text.
    const digits = reach.digits.replaceAll('-', '');
    const low = Buffer.from(digits.padEnd(32, '0'), 'hex');
    const high = Buffer.from(digits.padEnd(32, 'f'), 'hex');
    where.add(
      '((t.base between ? and ?) or (t.base >= ? and t.base < ?))',
      low,
      high,
      reach.digits,
      `${reach.digits}g`,
    );
    return;
  }
  where.add('t.base = ?', baseKey(reach.base));
  if (reach.kind === 'exact') where.add('t.path = ?', reach.path);
  // The character behind `_` is the grave accent.
  if (reach.kind === 'below')
    where.add(
      '(t.path = ? or (t.path >= ? and t.path < ?))',
      reach.path,
      `${reach.path}_`,
      `${reach.path}\``,
    );
}

function windowConditions({ window }: RecordFilter, column: string, where: Conditions): void {
  if (window !== undefined) where.add(`${column} >= ? and ${column} < ?`, window.fromNs, window.toNs);
}

/** Adds what only the record itself says; returns whether there is any of it. */
function recordConditions(filter: RecordFilter, where: Conditions): boolean {
  const origin = new Conditions();
  if (filter.sources !== undefined) origin.add(`source in ${marks(filter.sources)}`, ...filter.sources);
  for (const column of ['region', 'service', 'host'] as const) {
    const values = filter[column];
    if (values !== undefined) origin.add(`${column} collate nocase in ${marks(values)}`, ...values);
  }
  let found = origin.parameters.length > 0 || filter.sources !== undefined;
  if (found) where.add(`r.origin in (select id from origin where ${origin.sql})`, ...origin.parameters);
  if (filter.level !== undefined) {
    const ranks = filter.level.map((level) => LOG_LEVELS.indexOf(level));
    where.add(`r.level in ${marks(ranks)}`, ...ranks);
    found = true;
  }
  if (filter.status !== undefined) {
    where.add('r.status between ? and ?', filter.status.from, filter.status.to);
    found = true;
  }
  for (const [name, value] of Object.entries(filter.fields ?? {})) {
    where.add('exists (select 1 from json_each(r.fields) f where f.key = ? and f.value = ?)', name, value);
    found = true;
  }
  return found;
}

function marks(values: readonly unknown[]): string {
  return `(${values.map(() => '?').join(', ')})`;
}

function limitOf({ limit }: RecordFilter): string {
  return limit === undefined ? '' : `limit ${Math.max(0, Math.trunc(limit))}`;
}

/** Tokens are letters and digits only, so nothing in the quotes can end them. Spec: SQLite FTS5, 3.1. */
function matchOf({ tokens, prefix }: SearchWord): string {
  return `"${tokens.join(' ')}"${prefix ? '*' : ''}`;
}
