import { sessionKey } from '@harrier/tracking';
import { LOG_LEVELS } from '../../record/log-record.ts';
import { readIds, writeIds } from '../ids-text.ts';
import type { StoredRecord } from '../log-store.ts';
import { pathOf } from '../tracking-reach.ts';

/** The columns a record is read from. */
export const RECORD_COLUMNS =
  'order_ns, has_time, digest, source, region, service, host, file, format, line, level, direction, peer, status, duration_ms, ids, body, fields';

/** A row as JSONEachRow has it; 64-bit numbers are text. */
export interface RecordRow {
  readonly order_ns: string;
  readonly has_time: number;
  readonly digest: string;
  readonly source: string;
  readonly region: string;
  readonly service: string;
  readonly host: string;
  readonly file: string;
  readonly format: string;
  readonly line: number;
  /** Position in `LOG_LEVELS`; -1 = unknown, as everywhere below. */
  readonly level: number;
  readonly direction: string;
  readonly peer: string;
  readonly status: number;
  readonly duration_ms: number;
  readonly ids: string;
  readonly body: string;
  /** JSON. */
  readonly fields: string;
}

/** A row as it is written. */
export interface WrittenRow extends RecordRow {
  readonly base: string;
  readonly paths: readonly string[];
  readonly day: string;
  readonly is_first: 0 | 1;
  readonly field_names: readonly string[];
  readonly field_values: readonly string[];
  readonly words: string;
}

/** The rows of a record: one for each base among its ids. */
export function rowsOf(record: StoredRecord): WrittenRow[] {
  const paths = new Map<string, Set<string>>();
  for (const id of record.ids) {
    const base = sessionKey(id);
    const known = paths.get(base);
    if (known === undefined) paths.set(base, new Set([pathOf(id)]));
    else known.add(pathOf(id));
  }
  if (paths.size === 0) paths.set('', new Set());
  const { timeNs, orderNs, digest, format, line, fields } = record;
  const body = whole(record.body);
  const names = Object.keys(fields).map(whole);
  const values = Object.values(fields).map(whole);
  const shared = {
    order_ns: String(orderNs),
    has_time: timeNs === undefined ? 0 : 1,
    day: dayOf(orderNs),
    digest,
    source: whole(record.source),
    region: whole(record.region),
    service: whole(record.service),
    host: whole(record.host),
    file: whole(record.file),
    format,
    line,
    level: record.level === undefined ? -1 : LOG_LEVELS.indexOf(record.level),
    direction: record.direction ?? '',
    peer: whole(record.peer),
    status: record.status ?? -1,
    duration_ms: record.durationMs ?? -1,
    ids: writeIds(record.ids),
    body,
    fields: names.length === 0 ? '' : JSON.stringify(fields),
    field_names: names,
    field_values: values,
    words: [body, ...values].join('\n').toLowerCase(),
  };
  return [...paths].map(([base, own], index) => ({
    ...shared,
    base,
    paths: [...own],
    is_first: index === 0 ? 1 : 0,
  }));
}

/** Half of a character, as loggers leave it that cut by UTF-16: the server would refuse the whole batch (code 25). */
function whole(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

export function recordOfRow(row: RecordRow): StoredRecord {
  const orderNs = BigInt(row.order_ns);
  return {
    timeNs: row.has_time === 1 ? orderNs : undefined,
    orderNs,
    source: row.source,
    region: row.region,
    service: row.service,
    host: row.host,
    level: LOG_LEVELS[row.level],
    ids: readIds(row.ids),
    direction: row.direction === 'in' || row.direction === 'out' ? row.direction : undefined,
    peer: row.peer,
    status: row.status === -1 ? undefined : row.status,
    durationMs: row.duration_ms === -1 ? undefined : row.duration_ms,
    body: row.body,
    fields: row.fields === '' ? {} : (JSON.parse(row.fields) as Record<string, string>),
    file: row.file,
    line: row.line,
    format: row.format,
    digest: row.digest,
  };
}

const NS_PER_DAY = 86_400_000_000_000n;
/** The type ends in 2105 on old servers. */
const LAST_DAY = 49_000n;

function dayOf(orderNs: bigint): string {
  const day = orderNs / NS_PER_DAY;
  const within = day < 0n ? 0n : day > LAST_DAY ? LAST_DAY : day;
  return new Date(Number(within) * 86_400_000).toISOString().slice(0, 10);
}
