import { describe, expect, it } from 'vitest';
import { correlationIdSpec, extractCorrelationIds } from './extract.ts';
import { CORRELATION_IDS } from './table.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const SPAN = '00f067aa0ba902b7';
const UUID = '7c1e0f52-9ab4-4d36-8e21-5f0a3b9c6d74';

const one = (name: string, value: string) => extractCorrelationIds([{ name, value }])[0];
const base64 = (bytes: readonly number[]) => btoa(String.fromCharCode(...bytes));
const bytesOf = (hex: string) => hex.match(/../g)!.map((two) => Number.parseInt(two, 16));

/** A value of each kind of header that has a shape, and the key it must give. */
const SAMPLES: readonly (readonly [header: string, value: string, key: string | undefined])[] = [
  ['traceparent', `00-${TRACE}-${SPAN}-01`, `hex:${TRACE}`],
  ['traceparent', `cc-${TRACE}-${SPAN}-01-later`, `hex:${TRACE}`],
  ['tracestate', `rojo=${SPAN},congo=t61rcWkgMzE`, undefined],
  ['b3', `${TRACE}-${SPAN}-1-05e3ac9a4f6e3b90`, `hex:${TRACE}`],
  ['b3', `a3ce929d0e0e4736-${SPAN}`, 'hex:0000000000000000a3ce929d0e0e4736'],
  ['X-B3-TraceId', TRACE.toUpperCase(), `hex:${TRACE}`],
  ['x-b3-spanid', SPAN, `hex:0000000000000000${SPAN}`],
  ['uber-trace-id', `${TRACE}:${SPAN}:0:1`, `hex:${TRACE}`],
  ['uber-trace-id', 'ce929d0e0e4736%3A1%3A0%3A1', 'hex:000000000000000000ce929d0e0e4736'],
  ['x-datadog-trace-id', '11803532876627986230', 'hex:0000000000000000a3ce929d0e0e4736'],
  ['sentry-trace', `${TRACE}-${SPAN}-0`, `hex:${TRACE}`],
  ['baggage', `user=a,sentry-trace_id=${TRACE},sentry-release=1.2`, `hex:${TRACE}`],
  ['newrelic', btoa(JSON.stringify({ v: [0, 1], d: { tr: TRACE, id: SPAN } })), `hex:${TRACE}`],
  ['elastic-apm-traceparent', `00-${TRACE}-${SPAN}-00`, `hex:${TRACE}`],
  ['x-cloud-trace-context', `${TRACE}/67667974448284343;o=1`, `hex:${TRACE}`],
  ['grpc-trace-bin', base64([0, 0, ...bytesOf(TRACE), 1, ...bytesOf(SPAN), 2, 1]), `hex:${TRACE}`],
  [
    'x-amzn-trace-id',
    `Root=1-${TRACE.slice(0, 8)}-${TRACE.slice(8)};Parent=${SPAN};Sampled=1`,
    `hex:${TRACE}`,
  ],
  ['x-amzn-trace-id', `Self=1-${TRACE.slice(0, 8)}-${TRACE.slice(8)}`, `hex:${TRACE}`],
  ['x-honeycomb-trace', `1;trace_id=${TRACE},parent_id=${SPAN}`, `hex:${TRACE}`],
  ['sw8', `1-${btoa(UUID)}-${btoa('seg')}-3-a-b-c-d`, `hex:${UUID.replaceAll('-', '')}`],
  ['x-request-id', UUID.toUpperCase(), `hex:${UUID.replaceAll('-', '')}`],
  ['X-Correlation-ID', `{${UUID}}`, `hex:${UUID.replaceAll('-', '')}`],
  ['x-request-id', 'req_7Hq2', 'id:req_7Hq2'],
  ['request-id', `|${TRACE}.1.2.`, `hex:${TRACE}`],
  ['ms-cv', 'PmvzQKgYek6Sdk/T5sWaqw.1.3', 'id:PmvzQKgYek6Sdk/T5sWaqw'],
  ['cf-ray', '7D2E4B0C9F1A3856-AMS', 'id:7d2e4b0c9f1a3856'],
  ['x-msedge-ref', `Ref A: ${TRACE.toUpperCase()} Ref B: AMS04EDGE1 Ref C: 2026-03-01`, `hex:${TRACE}`],
  ['x-served-by', 'cache-ams-1, cache-fra-2', undefined],
  ['x-timer', 'S1772359200.123456,VS0,VE87', 'id:1772359200.123456'],
  ['x-varnish', '32770 1048578', 'id:32770'],
  ['x-vercel-id', 'ams1::iad1::k2x9f-1772359200123-0a1b2c3d4e5f', 'id:k2x9f-1772359200123-0a1b2c3d4e5f'],
  ['x-amz-cf-id', 'Zk9-Qw_aB3==', 'id:Zk9-Qw_aB3=='],
];

describe('extractCorrelationIds', () => {
  it.each(SAMPLES)('reads %s: %s', (header, value, key) => {
    const found = one(header, value);
    expect(found).toMatchObject({ name: header, text: value });
    expect(found!.key).toBe(key);
    expect(found!.flaw).toBeUndefined();
  });

  it('gives one key to one trace in every system that carries it', () => {
    const traces = SAMPLES.filter(([, , key]) => key === `hex:${TRACE}`).map(
      ([name]) => one(name, sampleOf(name))!.system,
    );
    expect(new Set(traces).size).toBeGreaterThan(8);
  });

  it('puts the two halves of a Datadog trace together', () => {
    const found = extractCorrelationIds([
      { name: 'x-datadog-trace-id', value: '11803532876627986230' },
      { name: 'x-datadog-parent-id', value: '67667974448284343' },
      { name: 'x-datadog-tags', value: '_dd.p.dm=-1,_dd.p.tid=4bf92f3577b34da6' },
    ]);
    expect(found[0]).toMatchObject({ key: `hex:${TRACE}`, parts: { span: SPAN } });
  });

  it.each([
    ['traceparent', `00-${'0'.repeat(32)}-${SPAN}-01`],
    ['traceparent', `00-${TRACE}-${'0'.repeat(16)}-01`],
    ['x-b3-traceid', '0'.repeat(16)],
    ['sentry-trace', `${'0'.repeat(32)}-${SPAN}`],
    ['x-request-id', '00000000-0000-0000-0000-000000000000'],
  ])('marks the zeros of %s', (header, value) => {
    expect(one(header, value)!.flaw).toBe('all-zero');
  });

  it.each([
    ['traceparent', `ff-${TRACE}-${SPAN}-01`],
    ['traceparent', `00-${TRACE.toUpperCase()}-${SPAN}-01`],
    ['traceparent', `00-${TRACE}-${SPAN}-01-more`],
    ['b3', 'x'],
    ['x-datadog-trace-id', '99999999999999999999'],
    ['newrelic', '%%%'],
    ['newrelic', btoa('null')],
    ['grpc-trace-bin', 'AAA'],
    ['x-amzn-trace-id', 'Root=2-1-1'],
    ['cf-ray', '-AMS'],
    ['x-request-id', 'two words'],
    ['x-request-id', 'x'.repeat(5000)],
  ])('marks a broken %s and gives it no key', (header, value) => {
    expect(one(header, value)).toMatchObject({ flaw: 'malformed' });
    expect(one(header, value)!.key).toBeUndefined();
  });

  it.each([
    ['b3', '0'],
    ['baggage', 'user=a'],
    ['x-request-id', ''],
    ['x-cache', 'HIT'],
    ['accept', '*/*'],
  ])('finds no id in %s: %s', (header, value) => {
    expect(one(header, value)).toBeUndefined();
  });

  it('keeps the order and the place of the fields', () => {
    const found = extractCorrelationIds([
      { name: 'Accept', value: '*/*' },
      { name: 'CF-Ray', value: '7d2e4b0c9f1a3856-AMS' },
      { name: 'X-Request-ID', value: UUID },
    ]);
    expect(found.map((id) => [id.fieldIndex, id.specId, id.kind])).toEqual([
      [1, 'cloudflare/cf-ray', 'edge'],
      [2, 'any/x-request-id', 'request'],
    ]);
  });
});

describe('CORRELATION_IDS', () => {
  it('names no header twice and all of them in lower case', () => {
    const headers = CORRELATION_IDS.flatMap((spec) => spec.headers);
    expect(new Set(headers).size).toBe(headers.length);
    expect(headers.filter((header) => header !== header.toLowerCase())).toEqual([]);
    expect(CORRELATION_IDS.length).toBeGreaterThan(50);
  });

  it('survives any value in any header', () => {
    const values = [
      '',
      ' ',
      '-',
      '::',
      ';;=,=',
      '\u0000',
      '|',
      'Root=',
      '{}',
      '1-',
      '🙂',
      '"'.repeat(4096),
      'null',
    ];
    for (const spec of CORRELATION_IDS) {
      for (const value of values) {
        const found = one(spec.headers[0]!, value);
        expect(found === undefined || found.specId === spec.id).toBe(true);
      }
    }
  });

  it('finds a row by any spelling of the header', () => {
    expect(correlationIdSpec('TraceParent')?.id).toBe('w3c/traceparent');
    expect(correlationIdSpec('x-nothing')).toBeUndefined();
  });
});

/** The sample of a header that carries `TRACE`. */
function sampleOf(header: string): string {
  return SAMPLES.find(([name, , key]) => name === header && key === `hex:${TRACE}`)![1];
}
