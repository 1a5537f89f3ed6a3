import { LOG_LEVELS, type LogLevel } from '../../record/log-record.ts';
import { readIds } from '../ids-text.ts';
import type { StoredRecord } from '../log-store.ts';

/** The columns that a record is read from, in the order of `RecordRow`. */
export const RECORD_COLUMNS = `hex(r.digest), r.order_ns, r.time_ns, o.source, o.region, o.service, o.host, o.file, o.format,
  r.line, r.level, r.direction, r.peer, r.status, r.duration_ms, r.ids, r.body, r.fields`;

/** One row of `select ${RECORD_COLUMNS}`; whole numbers arrive as bigint. */
export type RecordRow = readonly [
  digest: string,
  orderNs: bigint,
  timeNs: bigint | null,
  source: string,
  region: string,
  service: string,
  host: string,
  file: string,
  format: string,
  line: bigint,
  level: bigint | null,
  direction: 'in' | 'out' | null,
  peer: string,
  status: bigint | null,
  durationMs: number | bigint | null,
  ids: string,
  body: string,
  fields: string | null,
];

export function recordOfRow(row: RecordRow): StoredRecord {
  const [digest, orderNs, timeNs, source, region, service, host, file, format, line] = row;
  const [, , , , , , , , , , level, direction, peer, status, durationMs, ids, body, fields] = row;
  return {
    timeNs: timeNs ?? undefined,
    orderNs,
    source,
    region,
    service,
    host,
    level: level === null ? undefined : LOG_LEVELS[Number(level)],
    ids: readIds(ids),
    direction: direction ?? undefined,
    peer,
    status: status === null ? undefined : Number(status),
    durationMs: durationMs === null ? undefined : Number(durationMs),
    body,
    fields: fields === null ? {} : (JSON.parse(fields) as Record<string, string>),
    file,
    line: Number(line),
    format,
    digest: digest.toLowerCase(),
  };
}

/** Position in `LOG_LEVELS`, the most severe last. */
export function rankOfLevel(level: LogLevel | undefined): number | null {
  return level === undefined ? null : LOG_LEVELS.indexOf(level);
}

/** A UUID as its 16 bytes, any other base as it is. */
export function baseKey(base: string): Uint8Array | string {
  return UUID.test(base) ? Buffer.from(base.replaceAll('-', ''), 'hex') : base;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
