import { type HopCall, type HopDraft, pathKey } from './draft-hops.ts';

/** Who called a hop, and the call where a line tells of it. */
export interface Caller {
  readonly hop: HopDraft;
  readonly call: HopCall | undefined;
}

/**
 * Finds out who called each hop. For the request itself: the gateway before the service, the browser before both. For a
 * call below it: who sent a message with its id, of several the one furthest down; else who handled the call above.
 */
export function findCallers(hops: readonly HopDraft[], requestDepth: number): Map<HopDraft, Caller> {
  const callers = new Map<HopDraft, Caller>();
  for (const hop of hops) {
    const caller =
      hop.path.length <= requestDepth ? callerOfRequest(hop, hops) : callerOfCall(hop, hops, requestDepth);
    if (caller !== undefined && !isBelow(caller.hop, hop, callers)) callers.set(hop, caller);
  }
  return callers;
}

function callerOfRequest(hop: HopDraft, hops: readonly HopDraft[]): Caller | undefined {
  if (hop.kind === 'browser') return undefined;
  const browser = hops.find(({ kind, attempt }) => kind === 'browser' && attempt === hop.attempt);
  const gateway =
    hop.kind === 'gateway'
      ? undefined
      : hops.find(
          ({ kind, path, attempt }) =>
            kind === 'gateway' && path.length === hop.path.length && attempt === hop.attempt,
        );
  const above = gateway ?? browser;
  return above === undefined ? undefined : { hop: above, call: undefined };
}

function callerOfCall(hop: HopDraft, hops: readonly HopDraft[], requestDepth: number): Caller | undefined {
  const key = pathKey(hop.path);
  const senders = hops.flatMap((other): Caller[] => {
    if (other === hop) return [];
    const call = other.calls.find(({ paths }) => paths.includes(key));
    return call === undefined ? [] : [{ hop: other, call }];
  });
  const deepest = Math.max(0, ...senders.map((sender) => sender.hop.path.length));
  const sender = senders.find((one) => one.hop.path.length === deepest);
  if (sender !== undefined) return sender;
  for (let depth = hop.path.length - 1; depth >= requestDepth; depth--) {
    const above = pathKey(hop.path.slice(0, depth));
    const there = hops.filter((other) => other !== hop && pathKey(other.path) === above);
    const parent =
      there.find(({ kind }) => kind === 'service') ??
      there.find(({ kind }) => kind === 'gateway') ??
      there[0];
    if (parent !== undefined) return { hop: parent, call: undefined };
  }
  return undefined;
}

/** Two services that quote each other's ids must not become each other's callers. */
function isBelow(hop: HopDraft, above: HopDraft, callers: ReadonlyMap<HopDraft, Caller>): boolean {
  let at: HopDraft | undefined = hop;
  while (at !== undefined) {
    if (at === above) return true;
    at = callers.get(at)?.hop;
  }
  return false;
}
