import { shippedPlaybooks } from '@harrier/analyze';
import { parseTrackingId } from '@harrier/tracking';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleRecord } from '../testing/sample-records.ts';
import { buildFlow } from './build-flow.ts';
import type { Flow } from './flow.ts';
import { fixtureRecords } from './testing/fixture-records.ts';
import { writeFlow } from './write-flow.ts';

const UUID = '7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74';

/** A flow in which everything that a log may hold tries to get out of the diagram. */
function hostileFlow(): Flow {
  const id = `ATLAS_${UUID}_12`;
  const service = '"><script>alert(1)</script>\u0000\nend %%{init}%%';
  const body = ']]>&lt;<img src=x onerror=alert(1)>\u202e; participant x';
  return buildFlow({
    id: parseTrackingId(id)!,
    playbooks: shippedPlaybooks,
    records: [
      sampleRecord({ ms: 0, ids: [id, `CPAPI_${UUID}_12_0`], direction: 'out', service, peer: 'b' }),
      sampleRecord({ ms: 1, ids: [`CPAPI_${UUID}_12_0`], level: 'error', service: 'b', body }),
    ],
  });
}

describe('writeFlow', () => {
  let flow: Flow;
  beforeAll(async () => {
    const records = await fixtureRecords('finds.command-refused');
    const line = records.find(({ fields }) => fields.method === 'PATCH')!;
    flow = buildFlow({ id: line.ids[0]!, records, playbooks: shippedPlaybooks });
  });

  it('draws each call and the break in Mermaid', () => {
    const lines = writeFlow(flow, 'mermaid').split('\n');
    expect(lines[0]).toBe('sequenceDiagram');
    expect(lines).toContain('  s2->>s3: call 7.1');
    expect(lines.find((one) => one.includes('Note over s3'))).toContain('Phone number is already assigned');
  });

  it('keeps hostile text inside its line of Mermaid', () => {
    const text = writeFlow(hostileFlow(), 'mermaid');
    expect(text).not.toMatch(/<|^\s*participant x|%%|\u0000|\u202e/m);
    expect(text.split('\n').filter((one) => one.includes('participant'))[0]).toMatch(
      /^ {2}participant s0 as /,
    );
  });

  it('writes an SVG that runs nothing and fetches nothing', () => {
    for (const one of [flow, hostileFlow()]) {
      const svg = writeFlow(one, 'svg');
      expect(svg).not.toMatch(/<script|<img|\u0000|href|url\(|<foreignObject|<!/i);
      expect(svg.match(/<(?:svg|g|text|title)\b/g)?.length).toBe(
        svg.match(/<\/(?:svg|g|text|title)>/g)?.length,
      );
    }
  });

  it('names the trace after the session in OTLP, and every parent is there', () => {
    const { resourceSpans } = JSON.parse(writeFlow(flow, 'otlp'));
    const spans = resourceSpans.flatMap((one: { scopeSpans: [{ spans: [] }] }) => one.scopeSpans[0].spans);
    const ids = spans.map(({ spanId }: { spanId: string }) => spanId);
    expect(new Set(ids).size).toBe(4);
    for (const { traceId, spanId, parentSpanId, startTimeUnixNano, endTimeUnixNano, events } of spans) {
      expect(traceId).toBe(flow.base.replaceAll('-', ''));
      expect(spanId).toMatch(/^[0-9a-f]{16}$/);
      expect(parentSpanId === undefined || ids.includes(parentSpanId)).toBe(true);
      for (const { timeUnixNano } of events) {
        expect(BigInt(timeUnixNano)).toBeGreaterThanOrEqual(BigInt(startTimeUnixNano));
        expect(BigInt(timeUnixNano)).toBeLessThanOrEqual(BigInt(endTimeUnixNano));
      }
    }
    expect(spans.at(-1).status).toEqual({ code: 2, message: expect.stringContaining('[Error 4219]') });
  });

  it('writes the same trace for Jaeger, in microseconds', () => {
    const { data } = JSON.parse(writeFlow(flow, 'jaeger'));
    const [{ traceID, spans, processes }] = data;
    expect(traceID).toBe(flow.base.replaceAll('-', ''));
    expect(spans).toHaveLength(4);
    expect(spans[0]).toMatchObject({ startTime: Number(flow.hops[0]!.startNs! / 1000n), duration: 22_000 });
    for (const { processID } of spans) expect(processes[processID].serviceName).not.toBe('');
    expect(JSON.parse(writeFlow({ ...flow, hops: [] }, 'jaeger'))).toEqual({ data: [] });
  });
});
