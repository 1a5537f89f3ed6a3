import { parseTrackingId } from '@harrier/tracking';
import { LOG_LEVELS } from '../record/log-record.ts';
import type { StoredRecord } from '../store/log-store.ts';
import { momentText, readMoment } from './time-window.ts';

/** A record as scripts get it; what is not known is null, texts are `''`. Part of the command line's contract. */
export interface RecordJson {
  /** UTC, ISO 8601. */
  readonly time: string | null;
  readonly source: string;
  readonly region: string;
  readonly service: string;
  readonly host: string;
  readonly level: string | null;
  readonly ids: readonly string[];
  readonly direction: string | null;
  readonly peer: string;
  readonly status: number | null;
  readonly durationMs: number | null;
  readonly file: string;
  readonly line: number;
  readonly format: string;
  readonly text: string;
  readonly fields: Readonly<Record<string, string>>;
}

export function recordJson(record: StoredRecord): RecordJson {
  const { timeNs, level, ids, direction, status, durationMs, body, digest: _, orderNs: __, ...rest } = record;
  return {
    time: timeNs === undefined ? null : momentText(timeNs),
    source: rest.source,
    region: rest.region,
    service: rest.service,
    host: rest.host,
    level: level ?? null,
    ids: ids.map(({ text }) => text),
    direction: direction ?? null,
    peer: rest.peer,
    status: status ?? null,
    durationMs: durationMs ?? null,
    file: rest.file,
    line: rest.line,
    format: rest.format,
    text: body,
    fields: rest.fields,
  };
}

/**
 * The record that a `RecordJson` was written from, as far as it says: it has no digest, and a record without a time stands
 * where the one before it in the answer stood (`afterNs`).
 */
export function readRecordJson(json: RecordJson, afterNs: bigint): StoredRecord {
  const timeNs = json.time === null ? undefined : readMoment(json.time);
  return {
    timeNs,
    orderNs: timeNs ?? afterNs,
    source: json.source,
    region: json.region,
    service: json.service,
    host: json.host,
    level: LOG_LEVELS.find((level) => level === json.level),
    ids: json.ids.flatMap((text) => parseTrackingId(text) ?? []),
    direction: json.direction === 'in' || json.direction === 'out' ? json.direction : undefined,
    peer: json.peer,
    status: json.status ?? undefined,
    durationMs: json.durationMs ?? undefined,
    body: json.text,
    fields: json.fields,
    file: json.file,
    line: json.line,
    format: json.format,
    digest: '',
  };
}
