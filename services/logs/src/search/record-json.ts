import type { StoredRecord } from '../store/log-store.ts';
import { momentText } from './time-window.ts';

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
