import { LOG_LEVELS } from '../record/log-record.ts';
import type { StoredRecord } from '../store/log-store.ts';

/** SeverityNumber of the first of each level's four steps. Spec: OpenTelemetry Logs Data Model, SeverityNumber. */
export const severityOf = (rank: number): number => rank * 4 + 1;

interface AttributeJson {
  readonly key: string;
  readonly value: {
    readonly stringValue?: string;
    readonly intValue?: string;
    readonly doubleValue?: number;
  };
}

/**
 * One OTLP/JSON `ExportLogsServiceRequest`, in pieces. Records in a row that come from the same place share a resource, so
 * the order of time survives. Spec: OTLP 1.x, JSON Protobuf Encoding: 64-bit numbers are text, enums are numbers.
 */
export async function* otlpLogs(records: AsyncIterable<StoredRecord>): AsyncGenerator<string> {
  yield '{"resourceLogs":[';
  let place: string | undefined;
  for await (const record of records) {
    const resource = JSON.stringify(resourceOf(record));
    if (resource !== place) {
      if (place !== undefined) yield ']}]},';
      yield `{"resource":${resource},"scopeLogs":[{"scope":{"name":"harrier"},"logRecords":[`;
      place = resource;
    } else yield ',';
    yield JSON.stringify(recordOf(record));
  }
  yield place === undefined ? ']}\n' : ']}]}]}\n';
}

function resourceOf({ source, region, service, host }: StoredRecord): { attributes: AttributeJson[] } {
  return {
    attributes: [
      ...text('service.name', service),
      ...text('host.name', host),
      ...text('cloud.region', region),
      ...text('log.source', source),
    ],
  };
}

function recordOf(record: StoredRecord): object {
  const { timeNs, level, body, ids, direction, peer, status, durationMs, file, line, format, fields } =
    record;
  return {
    ...(timeNs === undefined ? {} : { timeUnixNano: String(timeNs) }),
    ...(level === undefined
      ? {}
      : { severityNumber: severityOf(LOG_LEVELS.indexOf(level)), severityText: level.toUpperCase() }),
    body: { stringValue: body },
    attributes: [
      ...ids.flatMap(({ text: id }) => text('trackingId', id)),
      ...text('log.file.path', file),
      { key: 'log.file.line', value: { intValue: String(line) } },
      ...text('log.format', format),
      ...text('direction', direction ?? ''),
      ...text('network.peer.address', peer),
      ...(status === undefined
        ? []
        : [{ key: 'http.response.status_code', value: { intValue: String(status) } }]),
      ...(durationMs === undefined ? [] : [{ key: 'duration_ms', value: { doubleValue: durationMs } }]),
      ...Object.entries(fields).flatMap(([name, value]) => text(name, value)),
    ],
  };
}

function text(key: string, value: string): AttributeJson[] {
  return value === '' ? [] : [{ key, value: { stringValue: value } }];
}
