import { findTrackingIds, uniqueTrackingIds } from '@harrier/tracking';
import { LOG_LEVELS, type LogLevel, type ReadRecord } from '../record/log-record.ts';

/** One record of OTLP with what its resource says, read from either encoding. Attribute values are text. */
export interface OtlpRecord {
  readonly timeNs: bigint;
  readonly observedNs: bigint;
  readonly severityNumber: number;
  readonly severityText: string;
  readonly body: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly resource: ReadonlyMap<string, string>;
}

/** Attributes that have a place of their own in a record. Spec: OpenTelemetry semantic conventions; the last three are ours. */
const PLACED = new Set([
  'service.name',
  'host.name',
  'cloud.region',
  'network.peer.address',
  'http.response.status_code',
  'log.file.path',
  'log.file.line',
  'trackingId',
  'direction',
  'duration_ms',
]);

/** What a record of OTLP is to a store. `line` counts the records of the request, from 1. */
export function readRecordOfOtlp(record: OtlpRecord, line: number, file: string): ReadRecord {
  const said = (name: string) => record.attributes.get(name) ?? record.resource.get(name) ?? '';
  const fields: Record<string, string> = {};
  for (const [name, value] of [...record.resource, ...record.attributes])
    if (!PLACED.has(name) && value !== '') fields[name] = value;
  if (record.traceId !== '') fields.trace_id = record.traceId;
  if (record.spanId !== '') fields.span_id = record.spanId;
  const texts = [
    said('trackingId') && `trackingId: ${said('trackingId')}`,
    record.body,
    ...Object.values(fields),
  ];
  const direction = said('direction');
  const status = Number(said('http.response.status_code'));
  const duration = Number(said('duration_ms'));
  const timeNs = record.timeNs > 0n ? record.timeNs : record.observedNs;
  return {
    timeNs: timeNs > 0n && timeNs < MAX_NS ? timeNs : undefined,
    source: '',
    region: said('cloud.region'),
    service: said('service.name'),
    host: said('host.name'),
    level: levelOf(record),
    ids: uniqueTrackingIds(texts.flatMap((text) => findTrackingIds(text))),
    direction: direction === 'in' || direction === 'out' ? direction : undefined,
    peer: said('network.peer.address'),
    status: Number.isInteger(status) && status >= 100 && status <= 999 ? status : undefined,
    durationMs: said('duration_ms') !== '' && Number.isFinite(duration) ? duration : undefined,
    body: record.body,
    fields,
    file: said('log.file.path') || file,
    line: lineOf(said('log.file.line')) ?? line,
    format: 'otlp',
  };
}

/** Stores keep 32 bits; what is no number of a line is none. */
function lineOf(text: string): number | undefined {
  const line = Number(text);
  return Number.isInteger(line) && line >= 1 && line < 2 ** 32 ? line : undefined;
}

/** The largest number that stores keep. */
const MAX_NS = 2n ** 63n;

/** Each level has four numbers. Spec: OpenTelemetry Logs Data Model, SeverityNumber. */
function levelOf({ severityNumber, severityText }: OtlpRecord): LogLevel | undefined {
  if (severityNumber >= 1 && severityNumber <= 24) return LOG_LEVELS[Math.floor((severityNumber - 1) / 4)];
  const word = severityText.toLowerCase();
  return LOG_LEVELS.find((level) => word.startsWith(level));
}
