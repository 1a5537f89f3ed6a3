import type { OtlpRecord } from './otlp-record.ts';
import { textOfValue } from './read-otlp-protobuf.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * The records of an `ExportLogsServiceRequest` in JSON. What is no object or list where one belongs counts as empty.
 * Spec: OTLP 1.x, JSON Protobuf Encoding: 64-bit numbers are text or numbers, ids are hex.
 */
export function* readOtlpJson(request: unknown): Generator<OtlpRecord> {
  for (const resourceLogs of listOf(objectOf(request).resourceLogs)) {
    const resource = attributesOf(objectOf(resourceLogs.resource).attributes);
    for (const scopeLogs of listOf(resourceLogs.scopeLogs))
      for (const record of listOf(scopeLogs.logRecords)) yield recordOf(record, resource);
  }
}

function recordOf(record: Json, resource: ReadonlyMap<string, string>): OtlpRecord {
  return {
    timeNs: wholeOf(record.timeUnixNano),
    observedNs: wholeOf(record.observedTimeUnixNano),
    severityNumber: Number(wholeOf(record.severityNumber)),
    severityText: textOfValue(record.severityText),
    body: textOfValue(anyValue(record.body)),
    traceId: textOfValue(record.traceId),
    spanId: textOfValue(record.spanId),
    attributes: attributesOf(record.attributes),
    resource,
  };
}

function attributesOf(attributes: unknown): Map<string, string> {
  return new Map(
    listOf(attributes).map(({ key, value }) => [textOfValue(key), textOfValue(anyValue(value))]),
  );
}

/** Deeper values are nobody's log, and count as empty. */
const MAX_DEPTH = 32;

/** An `AnyValue` without its wrapping. */
function anyValue(value: unknown, depth = 0): unknown {
  if (depth > MAX_DEPTH) return null;
  const any = objectOf(value);
  if (any.arrayValue !== undefined)
    return listOf(objectOf(any.arrayValue).values).map((one) => anyValue(one, depth + 1));
  if (any.kvlistValue !== undefined)
    return Object.fromEntries(
      listOf(objectOf(any.kvlistValue).values).map((pair) => [
        textOfValue(pair.key),
        anyValue(pair.value, depth + 1),
      ]),
    );
  return any.stringValue ?? any.intValue ?? any.doubleValue ?? any.boolValue ?? any.bytesValue ?? null;
}

function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

function listOf(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(objectOf) : [];
}

function wholeOf(value: unknown): bigint {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return BigInt(value);
  return typeof value === 'string' && /^\d{1,20}$/.test(value) ? BigInt(value) : 0n;
}
