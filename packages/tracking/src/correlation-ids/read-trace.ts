import type { CorrelationReading, OtherField } from './correlation-id.ts';
import { base64Bytes, hexOf, malformed, pairsOf, presentParts, traceReading } from './keys.ts';

/** `version-trace-parent-flags`. Version `ff` is forbidden, later ones may append fields. W3C Trace Context §3.2. */
export function readTraceparent(value: string): CorrelationReading {
  const match = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/.exec(value);
  if (match === null) return malformed();
  const [, version, trace, span, flags, more] = match;
  if (version === 'ff' || (version === '00' && more !== undefined)) return malformed();
  const sampled = (Number.parseInt(flags!, 16) & 1) === 1 ? '1' : '0';
  const reading = traceReading(trace!, { span: span!, sampled });
  // A parent of zeros makes the whole header invalid, too.
  return /^0+$/.test(span!) ? { ...reading, flaw: 'all-zero' } : reading;
}

/** Vendors' own state beside `traceparent`; no id of its own. W3C Trace Context §3.3. */
export function readTracestate(value: string): CorrelationReading {
  const vendors = [...pairsOf(value, ',').keys()];
  return vendors.length === 0 ? malformed() : { parts: { vendors: vendors.join(',') } };
}

/** `{trace}-{span}[-{sampled}[-{parent}]]`, or only a sampling decision (`0`, `1`, `d`). */
export function readB3(value: string): CorrelationReading | undefined {
  if (/^[01d]$/.test(value)) return undefined;
  const match = /^([0-9a-f]{32}|[0-9a-f]{16})-([0-9a-f]{16})(?:-([01d])(?:-([0-9a-f]{16}))?)?$/i.exec(value);
  if (match === null) return malformed();
  return traceReading(match[1]!, presentParts({ span: match[2], sampled: match[3], parent: match[4] }));
}

/** Sixteen or 32 hex digits, nothing else. */
export function readHexTrace(value: string): CorrelationReading {
  return /^(?:[0-9a-f]{32}|[0-9a-f]{16})$/i.test(value) ? traceReading(value) : malformed();
}

/** `{trace}-{span}[-{sampled}]`. Sentry SDK development, trace propagation. */
export function readSentryTrace(value: string): CorrelationReading {
  const match = /^([0-9a-f]{32})-([0-9a-f]{16})(?:-([01]))?$/i.exec(value);
  if (match === null) return malformed();
  return traceReading(match[1]!, presentParts({ span: match[2], sampled: match[3] }));
}

/** Sentry's part of W3C `baggage`; other members are the application's own. */
export function readSentryBaggage(value: string): CorrelationReading | undefined {
  const members = pairsOf(value, ',');
  const trace = members.get('sentry-trace_id');
  if (trace === undefined) return undefined;
  const parts = presentParts({
    release: members.get('sentry-release'),
    environment: members.get('sentry-environment'),
  });
  return /^[0-9a-f]{32}$/i.test(trace) ? traceReading(trace, parts) : malformed();
}

/** `Root=1-{8 hex}-{24 hex};Parent=…;Sampled=…`; a load balancer may write `Self` only. */
export function readAmazonTrace(value: string): CorrelationReading {
  const pairs = pairsOf(value, ';');
  const match = /^1-([0-9a-f]{8})-([0-9a-f]{24})$/i.exec(pairs.get('root') ?? pairs.get('self') ?? '');
  if (match === null) return malformed();
  const parts = presentParts({
    parent: pairs.get('parent'),
    sampled: pairs.get('sampled'),
    self: pairs.get('self'),
  });
  return traceReading(match[1]! + match[2]!, parts);
}

/** `{32 hex}[/{decimal span}][;o={options}]`. */
export function readCloudTrace(value: string): CorrelationReading {
  const match = /^([0-9a-f]{32})(?:\/([0-9]{1,20}))?(?:;o=([0-9]{1,3}))?$/i.exec(value);
  if (match === null) return malformed();
  const span = match[2] === undefined ? undefined : decimalToHex(match[2]);
  return traceReading(match[1]!, presentParts({ span, sampled: match[3] }));
}

/** `{trace}:{span}:{parent}:{flags}`, percent-encoded by some clients; leading zeros may be missing. */
export function readJaeger(value: string): CorrelationReading {
  const match = /^([0-9a-f]{1,32}):([0-9a-f]{1,16}):([0-9a-f]{1,16}):([0-9a-f]{1,2})$/i.exec(
    value.replace(/%3a/gi, ':'),
  );
  if (match === null) return malformed();
  return traceReading(match[1]!, presentParts({ span: match[2], parent: match[3], flags: match[4] }));
}

/** Decimal, the lower 64 bits; the upper ones travel as `_dd.p.tid` in `x-datadog-tags`. */
export function readDatadogTrace(value: string, other: OtherField): CorrelationReading {
  const low = decimalToHex(value);
  if (low === undefined) return malformed();
  const high = pairsOf(other('x-datadog-tags') ?? '', ',').get('_dd.p.tid') ?? '';
  const parent = decimalToHex(other('x-datadog-parent-id') ?? '');
  return traceReading((/^[0-9a-f]{16}$/i.test(high) ? high : '') + low, presentParts({ span: parent }));
}

/** A decimal span of 64 bits. */
export function readDecimalSpan(value: string): CorrelationReading {
  const hex = decimalToHex(value);
  return hex === undefined ? malformed() : traceReading(hex);
}

/** Base64 of `{"v":[…],"d":{"tr":trace,"id":span,…}}`. New Relic distributed tracing payload. */
export function readNewRelic(value: string): CorrelationReading {
  const bytes = base64Bytes(value);
  if (bytes === undefined) return malformed();
  try {
    const data = (JSON.parse(new TextDecoder().decode(bytes)) as { d?: Record<string, unknown> } | null)?.d;
    const [trace, span] = [data?.tr, data?.id];
    if (typeof trace !== 'string' || trace.length > 64) return malformed();
    const parts = presentParts({ span: typeof span === 'string' ? span : undefined });
    return /^[0-9a-f]{16,32}$/i.test(trace) ? traceReading(trace, parts) : { key: `id:${trace}`, parts };
  } catch {
    return malformed();
  }
}

/** Base64 of version 0, then fields 0 (trace, 16 bytes), 1 (span, 8 bytes), 2 (options, 1 byte). OpenCensus binary. */
export function readGrpcTrace(value: string): CorrelationReading {
  const bytes = base64Bytes(value);
  if (bytes === undefined || bytes.length < 18 || bytes[0] !== 0 || bytes[1] !== 0) return malformed();
  const span = bytes.length >= 27 && bytes[18] === 1 ? hexOf(bytes, 19, 27) : undefined;
  return traceReading(hexOf(bytes, 2, 18), presentParts({ span }));
}

/** `1;trace_id=…,parent_id=…`. */
export function readHoneycomb(value: string): CorrelationReading {
  const pairs = pairsOf(value.replace(/^1;/, ''), ',');
  const trace = pairs.get('trace_id') ?? '';
  const parts = presentParts({ span: pairs.get('parent_id') });
  if (/^[0-9a-f]{16,32}$/i.test(trace)) return traceReading(trace, parts);
  return /^[\w-]{8,64}$/.test(trace) ? { key: `id:${trace}`, parts } : malformed();
}

/** Sixteen lower-case hex digits of an unsigned 64-bit decimal. */
function decimalToHex(value: string): string | undefined {
  if (!/^[0-9]{1,20}$/.test(value)) return undefined;
  const hex = BigInt(value).toString(16);
  return hex.length > 16 ? undefined : hex.padStart(16, '0');
}
