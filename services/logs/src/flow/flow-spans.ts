import type { StoredRecord } from '../store/log-store.ts';
import type { Flow, FlowHop } from './flow.ts';
import { callText, type FlowWords, failureText, hopName } from './flow-text.ts';

/** A hop as tracing programs know it. */
export interface Span {
  /** 32 hex digits. */
  readonly traceId: string;
  /** 16 hex digits; the same hop of the same request always has the same one. */
  readonly spanId: string;
  readonly parentSpanId: string | undefined;
  readonly service: string;
  readonly name: string;
  readonly startNs: bigint;
  readonly endNs: bigint;
  readonly failed: boolean;
  readonly error: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  /** The hop's lines that have a time, on the flow's clock. */
  readonly events: readonly { readonly timeNs: bigint; readonly line: StoredRecord }[];
}

/** The hops with a time as spans of one trace. The trace's id is the UUID of the session without its dashes. */
export function spansOf(flow: Flow, words: FlowWords): Span[] {
  const digits = flow.base.replaceAll('-', '');
  const traceId = /^[0-9a-f]{32}$/.test(digits) ? digits : digest64(flow.base) + digest64(`${flow.base}\0`);
  const spanIds = flow.hops.map(({ path, writer, attempt }) =>
    digest64(JSON.stringify([flow.base, path, writer, attempt])),
  );
  return flow.hops.flatMap((hop, at): Span[] => {
    if (hop.startNs === undefined || hop.endNs === undefined) return [];
    const call = callText(hop.path);
    return [
      {
        traceId,
        spanId: spanIds[at]!,
        parentSpanId: parentOf(flow.hops, hop, spanIds),
        service: hopName(hop, words),
        name:
          at === 0 && flow.asked !== undefined
            ? `${flow.asked.method} ${flow.asked.path}`
            : words.call(call || flow.base),
        startNs: hop.startNs,
        endNs: hop.endNs,
        failed: hop.failure !== undefined,
        error: failureText(hop, words),
        attributes: {
          'harrier.call': call,
          ...(hop.writer === '' ? {} : { 'harrier.writer': hop.writer }),
          ...(hop.region === '' ? {} : { 'cloud.region': hop.region }),
          ...(hop.status === undefined ? {} : { 'http.response.status_code': hop.status }),
        },
        events: eventsOf(hop, flow),
      },
    ];
  });
}

/** The nearest caller that has a time, so that no span points at one that is not there. */
function parentOf(hops: readonly FlowHop[], hop: FlowHop, spanIds: readonly string[]): string | undefined {
  for (let at = hop.caller; at !== undefined; at = hops[at]?.caller)
    if (hops[at]?.startNs !== undefined) return spanIds[at];
  return undefined;
}

function eventsOf({ lines, writer }: FlowHop, { clocks }: Flow): Span['events'] {
  const offsetNs = clocks.find((clock) => clock.writer === writer)?.offsetNs ?? 0n;
  return lines.flatMap((line) =>
    line.timeNs === undefined ? [] : [{ timeNs: line.timeNs - offsetNs, line }],
  );
}

/** FNV-1a, 64 bits, as 16 hex digits: it runs in a page, too, and only has to tell some dozens of hops apart. */
function digest64(text: string): string {
  let digest = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text))
    digest = BigInt.asUintN(64, (digest ^ BigInt(byte)) * 0x100000001b3n);
  return digest.toString(16).padStart(16, '0');
}
