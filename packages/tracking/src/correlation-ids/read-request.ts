import type { CorrelationReading } from './correlation-id.ts';
import { idReading, malformed, traceReading } from './keys.ts';

/** A value without inner structure; UUIDs are recognised in any dress. */
export function readOpaqueId(value: string): CorrelationReading {
  return idReading(value);
}

/** `|root.child.child_`: the root joins every step. Anything else is an opaque id. */
export function readHierarchicalId(value: string): CorrelationReading {
  if (!value.startsWith('|')) return idReading(value);
  const [root = '', ...steps] = value.slice(1).split('.');
  return idReading(root, steps.length === 0 ? {} : { path: steps.join('.') });
}

/** `base.0.3.1`: the base is the operation. Microsoft correlation vector. */
export function readCorrelationVector(value: string): CorrelationReading {
  const [base = '', ...steps] = value.split('.');
  return /^[\w+/-]{16,32}$/.test(base)
    ? { key: `id:${base}`, parts: { path: steps.join('.') } }
    : malformed();
}

/** Sixteen hex digits and the airport code of the data centre. */
export function readCloudflareRay(value: string): CorrelationReading {
  const match = /^([0-9a-f]{16})(?:-([A-Z]{3}))?$/i.exec(value);
  if (match === null) return malformed();
  return { key: `id:${match[1]!.toLowerCase()}`, parts: match[2] === undefined ? {} : { place: match[2] } };
}

/** `Ref A: {32 hex} Ref B: {node} Ref C: {time}`. */
export function readEdgeRef(value: string): CorrelationReading {
  const match = /^Ref A: ?([0-9A-F]{32})(?: Ref B: ?(\S{1,64}))?/i.exec(value);
  if (match === null) return malformed();
  return traceReading(match[1]!, match[2] === undefined ? {} : { node: match[2] });
}

/** `region::region::id`: the regions the request passed, the id last. */
export function readVercelId(value: string): CorrelationReading {
  const pieces = value.split('::');
  const reading = idReading(pieces.at(-1) ?? '');
  return reading.key === undefined
    ? reading
    : { ...reading, parts: { path: pieces.slice(0, -1).join('::') } };
}

/** Varnish's transaction number; on a hit a second one names the request that filled the cache. */
export function readVarnishId(value: string): CorrelationReading {
  const match = /^([0-9]{1,20})(?: ([0-9]{1,20}))?$/.exec(value);
  if (match === null) return malformed();
  return { key: `id:${match[1]}`, parts: match[2] === undefined ? {} : { filledBy: match[2] } };
}

/** The cache nodes that served it, nearest to the origin first. */
export function readNodes(value: string): CorrelationReading {
  const nodes = value.split(',').map((node) => node.trim());
  return /^[\x21-\x7e]+$/.test(nodes.join('')) ? { parts: { nodes: nodes.join(',') } } : malformed();
}

/** `S{start, s},VS{offset, ms},VE{duration, ms}`: tells requests of one node apart. */
export function readFastlyTimer(value: string): CorrelationReading {
  const match = /^S([0-9]{1,12}\.[0-9]{1,9}),VS([0-9]{1,9}),VE([0-9]{1,9})$/.exec(value);
  if (match === null) return malformed();
  return { key: `id:${match[1]}`, parts: { startEpochS: match[1]!, edgeMs: match[3]! } };
}

/** `1-{base64 trace}-…` with eight pieces. */
export function readSkyWalking(value: string): CorrelationReading {
  const pieces = value.split('-');
  if (pieces.length !== 8 || !/^[01]$/.test(pieces[0]!)) return malformed();
  try {
    return idReading(atob(pieces[1]!));
  } catch {
    return malformed();
  }
}
