import type { Flow } from './flow.ts';
import { type Span, spansOf } from './flow-spans.ts';
import type { FlowWords } from './flow-text.ts';

/** OpenTelemetry's `SPAN_KIND_SERVER` and `STATUS_CODE_ERROR`. Spec: OTLP 1.x, trace.proto. */
const SERVER = 2;
const ERROR = 2;

/** One OTLP/JSON `ExportTraceServiceRequest`; 64-bit numbers are text, enums are numbers. Spec: OTLP 1.x, JSON encoding. */
export function writeOtlpTrace(flow: Flow, words: FlowWords): string {
  const services = new Map<string, Span[]>();
  for (const span of spansOf(flow, words))
    services.set(span.service, [...(services.get(span.service) ?? []), span]);
  const resourceSpans = [...services].map(([service, spans]) => ({
    resource: { attributes: [attribute('service.name', service)] },
    scopeSpans: [{ scope: { name: 'harrier' }, spans: spans.map(spanJson) }],
  }));
  return `${JSON.stringify({ resourceSpans }, null, 2)}\n`;
}

function spanJson({
  traceId,
  spanId,
  parentSpanId,
  name,
  startNs,
  endNs,
  failed,
  error,
  attributes,
  events,
}: Span): object {
  return {
    traceId,
    spanId,
    ...(parentSpanId === undefined ? {} : { parentSpanId }),
    name,
    kind: SERVER,
    startTimeUnixNano: String(startNs),
    endTimeUnixNano: String(endNs),
    attributes: Object.entries(attributes).map(([key, value]) => attribute(key, value)),
    events: events.map(({ timeNs, line }) => ({
      timeUnixNano: String(timeNs),
      name: 'log',
      attributes: [
        attribute('log.record.original', line.body),
        attribute('log.file.path', line.file),
        attribute('log.file.line', line.line),
      ],
    })),
    status: failed ? { code: ERROR, message: error } : {},
  };
}

function attribute(key: string, value: string | number): object {
  return { key, value: typeof value === 'string' ? { stringValue: value } : { intValue: String(value) } };
}
