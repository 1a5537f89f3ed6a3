import { buildHopTrees, type HopNode, parseTrackingId } from '@harrier/tracking';
import type { Flow, FlowHop } from './flow.ts';
import { betweenMs, callText, failureText } from './flow-text.ts';

/** A hop as scripts get it; what is not known is null, texts are `''`. Part of the command line's contract. */
export interface HopJson {
  /** `12.0`; `''` for a request without a counter. */
  readonly path: string;
  /** Its name in the playbook that knows it, else as the logs call it; `browser` for the capture's entry. */
  readonly service: string;
  readonly writer: string;
  readonly kind: FlowHop['kind'];
  readonly region: string;
  readonly attempt: number;
  /** Index in `hops`. */
  readonly caller: number | null;
  /** Since the first hop began. */
  readonly startMs: number | null;
  readonly durationMs: number | null;
  /** How far its clock ran ahead of the first hop's; already taken off `startMs`. */
  readonly clockOffsetMs: number;
  readonly status: number | null;
  readonly error: string | null;
  readonly failure: {
    readonly kind: string;
    readonly cause: string | null;
    readonly at: string | null;
    readonly received: boolean;
    readonly file: string;
    readonly line: number | null;
  } | null;
  readonly lines: readonly { readonly file: string; readonly line: number }[];
}

/** A call in the tree of counters, with the hops that handled it. */
export interface TreeJson {
  readonly path: string;
  /** Indexes in `hops`. */
  readonly hops: readonly number[];
  readonly children: readonly TreeJson[];
}

export interface FlowJson {
  readonly request: {
    readonly uuid: string;
    readonly path: string;
    readonly method: string | null;
    readonly url: string | null;
  };
  readonly operation: { readonly playbook: string; readonly id: string } | null;
  readonly tree: TreeJson;
  readonly hops: readonly HopJson[];
  readonly missing: readonly { readonly path: string; readonly service: string; readonly prefix: string }[];
  /** The hop at which it broke, with its place in `hops`; null where none failed. */
  readonly firstFailing: (HopJson & { readonly index: number }) | null;
  readonly drifts: readonly {
    readonly from: number;
    readonly to: number;
    readonly element: string;
    readonly member: string | null;
    readonly before: string | null;
    readonly after: string | null;
  }[];
  readonly askedOff: readonly string[];
}

export function flowJson(flow: Flow): FlowJson {
  const { base, request, asked, expected, drifts, missing, askedOff, firstFailing } = flow;
  const hops = flow.hops.map((hop) => hopJson(hop, flow));
  const failing = firstFailing === undefined ? undefined : hops[firstFailing];
  return {
    request: {
      uuid: base,
      path: callText(request),
      method: asked?.method ?? null,
      url: asked === undefined ? null : `${asked.host}${asked.path}`,
    },
    operation: expected === undefined ? null : { playbook: expected.playbook.id, id: expected.operation.id },
    tree: treeOf(flow),
    hops,
    missing: missing.map(({ path, name, prefix }) => ({ path: callText(path), service: name, prefix })),
    firstFailing:
      failing === undefined || firstFailing === undefined ? null : { index: firstFailing, ...failing },
    drifts: drifts.map(({ member, before, after, ...rest }) => ({
      ...rest,
      member: member ?? null,
      before: before ?? null,
      after: after ?? null,
    })),
    askedOff,
  };
}

function hopJson(hop: FlowHop, { hops, clocks }: Flow): HopJson {
  const { kind, writer, known, failure, lines } = hop;
  const clock = clocks.find((one) => one.writer === writer);
  return {
    path: callText(hop.path),
    service: kind === 'browser' ? 'browser' : (known?.name ?? writer),
    writer,
    kind,
    region: hop.region,
    attempt: hop.attempt,
    caller: hop.caller ?? null,
    startMs: betweenMs(hops[0]?.startNs, hop.startNs),
    durationMs: betweenMs(hop.startNs, hop.endNs),
    clockOffsetMs: clock === undefined ? 0 : Number(clock.offsetNs) / 1_000_000,
    status: hop.status ?? null,
    error: failure === undefined ? null : failureText(hop),
    failure:
      failure === undefined
        ? null
        : {
            kind: failure.kind,
            cause: failure.cause ?? null,
            at: failure.at ?? null,
            received: failure.received,
            file: failure.line?.file ?? '',
            line: failure.line?.line ?? null,
          },
    lines: lines.map(({ file, line }) => ({ file, line })),
  };
}

function treeOf({ base, request, hops }: Flow): TreeJson {
  const places = hops.map(({ path }, at) => ({
    at,
    id: parseTrackingId(['x-hop', base, ...path].join('_')),
  }));
  const known = places.flatMap(({ at, id }) => (id === undefined ? [] : [{ at, id }]));
  const [session] = buildHopTrees(known, ({ id }) => id);
  const node = session === undefined ? undefined : findNode(session, request);
  return node === undefined ? { path: callText(request), hops: [], children: [] } : branchOf(node);
}

function findNode<T>(node: HopNode<T>, path: readonly string[]): HopNode<T> | undefined {
  let at: HopNode<T> | undefined = node;
  for (const [depth, part] of path.entries())
    at = at?.children.find((child) => child.path[depth] === part.toLowerCase());
  return at;
}

function branchOf({ path, items, children }: HopNode<{ at: number }>): TreeJson {
  return { path: callText(path), hops: items.map(({ at }) => at), children: children.map(branchOf) };
}
