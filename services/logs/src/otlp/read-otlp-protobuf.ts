import type { OtlpRecord } from './otlp-record.ts';
import { ProtobufError, protobufFields } from './protobuf-fields.ts';

/**
 * The records of an `ExportLogsServiceRequest`. Field numbers are those of opentelemetry-proto's `logs.proto`, `common.proto`
 * and `resource.proto`; unknown fields are passed over. Error: {@link ProtobufError}.
 */
export function* readOtlpProtobuf(request: Uint8Array): Generator<OtlpRecord> {
  for (const resourceLogs of messages(request, 1)) {
    const resource = new Map(messages(resourceLogs, 1).flatMap((one) => [...attributesOf(one, 1)]));
    for (const scopeLogs of messages(resourceLogs, 2))
      for (const record of messages(scopeLogs, 2)) yield recordOf(record, resource);
  }
}

function recordOf(message: Uint8Array, resource: ReadonlyMap<string, string>): OtlpRecord {
  const numbers = new Map<number, bigint>();
  const bytes = new Map<number, Uint8Array>();
  for (const { number, value } of protobufFields(message)) {
    if (typeof value === 'bigint') numbers.set(number, value);
    else bytes.set(number, value);
  }
  const hex = (number: number) => Buffer.from(bytes.get(number) ?? []).toString('hex');
  const body = bytes.get(5);
  return {
    timeNs: numbers.get(1) ?? 0n,
    observedNs: numbers.get(11) ?? 0n,
    severityNumber: Number(numbers.get(2) ?? 0n),
    severityText: textOf(bytes.get(3)),
    body: body === undefined ? '' : textOfValue(anyValue(body, 0)),
    traceId: hex(9),
    spanId: hex(10),
    attributes: attributesOf(message, 6),
    resource,
  };
}

function attributesOf(message: Uint8Array, number: number): Map<string, string> {
  return new Map(
    messages(message, number).map((pair) => {
      const [key] = messages(pair, 1);
      const [value] = messages(pair, 2);
      return [textOf(key), value === undefined ? '' : textOfValue(anyValue(value, 0))];
    }),
  );
}

/** Deeper values are nobody's log. */
const MAX_DEPTH = 32;

/** An `AnyValue` as JSON has it. */
function anyValue(message: Uint8Array, depth: number): unknown {
  if (depth > MAX_DEPTH) throw new ProtobufError(0);
  let found: unknown = null;
  for (const { number, value } of protobufFields(message)) {
    if (typeof value === 'bigint') {
      if (number === 2) found = value === 1n;
      if (number === 3) found = BigInt.asIntN(64, value);
      if (number === 4) found = doubleOf(value);
    } else if (number === 1) found = textOf(value);
    else if (number === 5) found = messages(value, 1).map((one) => anyValue(one, depth + 1));
    else if (number === 6)
      found = Object.fromEntries(
        messages(value, 1).map((pair) => [
          textOf(messages(pair, 1)[0]),
          messages(pair, 2).map((one) => anyValue(one, depth + 1))[0] ?? null,
        ]),
      );
    else if (number === 7) found = Buffer.from(value).toString('base64');
  }
  return found;
}

/** A value as text: a text as it is, anything else as JSON. */
export function textOfValue(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  return JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? String(one) : one));
}

function messages(message: Uint8Array, wanted: number): Uint8Array[] {
  const found: Uint8Array[] = [];
  for (const { number, value } of protobufFields(message))
    if (number === wanted && typeof value !== 'bigint') found.push(value);
  return found;
}

function textOf(bytes: Uint8Array | undefined): string {
  return bytes === undefined ? '' : new TextDecoder().decode(bytes);
}

function doubleOf(bits: bigint): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, bits);
  return view.getFloat64(0);
}
