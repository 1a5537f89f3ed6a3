import type { ReadRecord } from '../../record/log-record.ts';
import type { SampleReading } from '../log-format.ts';

/** What a record says of the members that a sample names, in the sample's terms. */
export function readingOf(record: ReadRecord, wanted: SampleReading): SampleReading {
  const all: Required<SampleReading> = {
    time: record.timeNs === undefined ? null : isoOf(record.timeNs),
    level: record.level ?? null,
    service: record.service,
    host: record.host,
    region: record.region,
    direction: record.direction ?? null,
    peer: record.peer,
    status: record.status ?? null,
    durationMs: record.durationMs ?? null,
    body: record.body,
    ids: record.ids.map(({ text }) => text),
    fields: Object.fromEntries(
      Object.keys(wanted.fields ?? {}).map((name) => [name, record.fields[name] ?? '(none)']),
    ),
  };
  return Object.fromEntries(
    Object.keys(wanted).map((name) => [name, all[name as keyof SampleReading]]),
  ) as SampleReading;
}

/** `2026-03-04T09:05:07.083Z`, with as many digits as there are. */
function isoOf(timeNs: bigint): string {
  const seconds = new Date(Number(timeNs / 1_000_000n)).toISOString().slice(0, 19);
  const nanos = String(timeNs % 1_000_000_000n).padStart(9, '0');
  const digits = nanos.replace(/(?:000){1,3}$/, '');
  return `${seconds}${digits === '' ? '' : `.${digits}`}Z`;
}
