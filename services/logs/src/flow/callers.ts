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
  const places = placesOf(hops);
  for (const hop of hops) {
    const caller =
      hop.path.length <= requestDepth
        ? callerOfRequest(hop, places)
        : callerOfCall(hop, places, requestDepth);
    if (caller !== undefined && !isBelow(caller.hop, hop, callers)) callers.set(hop, caller);
  }
  return callers;
}

/** Hops by the path of their call, and who sent a message about a path. */
interface Places {
  readonly there: ReadonlyMap<string, readonly HopDraft[]>;
  readonly senders: ReadonlyMap<string, readonly Caller[]>;
}

function placesOf(hops: readonly HopDraft[]): Places {
  const there = new Map<string, HopDraft[]>();
  const senders = new Map<string, Caller[]>();
  const add = <One>(lists: Map<string, One[]>, key: string, one: One): void => {
    const list = lists.get(key);
    if (list === undefined) lists.set(key, [one]);
    else list.push(one);
  };
  for (const hop of hops) {
    add(there, pathKey(hop.path), hop);
    for (const call of hop.calls) for (const key of call.paths) add(senders, key, { hop, call });
  }
  return { there, senders };
}

function callerOfRequest(hop: HopDraft, { there }: Places): Caller | undefined {
  if (hop.kind === 'browser') return undefined;
  const same = (there.get(pathKey(hop.path)) ?? []).filter(({ attempt }) => attempt === hop.attempt);
  const gateway = hop.kind === 'gateway' ? undefined : same.find(({ kind }) => kind === 'gateway');
  const above = gateway ?? same.find(({ kind }) => kind === 'browser');
  return above === undefined ? undefined : { hop: above, call: undefined };
}

function callerOfCall(hop: HopDraft, { there, senders }: Places, requestDepth: number): Caller | undefined {
  let sender: Caller | undefined;
  for (const one of senders.get(pathKey(hop.path)) ?? [])
    if (one.hop !== hop && one.hop.path.length > (sender?.hop.path.length ?? -1)) sender = one;
  if (sender !== undefined) return sender;
  for (let depth = hop.path.length - 1; depth >= requestDepth; depth--) {
    const above = there.get(pathKey(hop.path.slice(0, depth))) ?? [];
    const parent =
      above.find(({ kind }) => kind === 'service') ??
      above.find(({ kind }) => kind === 'gateway') ??
      above[0];
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
