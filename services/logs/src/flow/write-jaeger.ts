import type { Flow } from './flow.ts';
import { type Span, spansOf } from './flow-spans.ts';
import type { FlowWords } from './flow-text.ts';

/** The JSON that Jaeger's page loads and saves: times in microseconds, services as processes. */
export function writeJaeger(flow: Flow, words: FlowWords): string {
  const spans = spansOf(flow, words);
  const services = [...new Set(spans.map(({ service }) => service))];
  const processOf = (service: string) => `p${services.indexOf(service) + 1}`;
  const data = {
    traceID: spans[0]?.traceId ?? '',
    spans: spans.map((span) => spanJson(span, processOf(span.service))),
    processes: Object.fromEntries(
      services.map((serviceName) => [processOf(serviceName), { serviceName, tags: [] }]),
    ),
  };
  return `${JSON.stringify({ data: spans.length === 0 ? [] : [data] }, null, 2)}\n`;
}

function spanJson(
  { traceId, spanId, parentSpanId, name, startNs, endNs, failed, error, attributes, events }: Span,
  processID: string,
): object {
  return {
    traceID: traceId,
    spanID: spanId,
    operationName: name,
    references:
      parentSpanId === undefined ? [] : [{ refType: 'CHILD_OF', traceID: traceId, spanID: parentSpanId }],
    startTime: Number(startNs / 1000n),
    duration: Number((endNs - startNs) / 1000n),
    tags: [
      ...Object.entries(attributes).map(([key, value]) => tag(key, value)),
      ...(failed ? [{ key: 'error', type: 'bool', value: true }, tag('otel.status_description', error)] : []),
    ],
    logs: events.map(({ timeNs, line }) => ({
      timestamp: Number(timeNs / 1000n),
      fields: [tag('message', line.body), tag('file', line.file), tag('line', line.line)],
    })),
    processID,
    warnings: null,
  };
}

function tag(key: string, value: string | number): object {
  return { key, type: typeof value === 'string' ? 'string' : 'int64', value };
}
