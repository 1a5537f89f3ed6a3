import { sessionKey } from './keys.ts';
import type { TrackingId } from './tracking-id.ts';

/** One node of the calls of a session: the session itself, a request, a call made while serving it … */
export interface HopNode<T> {
  /** `callKey` of every id that belongs here. */
  readonly key: string;
  /** Parts from the session down, lower case; empty for the session. */
  readonly path: readonly string[];
  /** Services that wrote about this call, by prefix as first written, in order of appearance. */
  readonly services: readonly string[];
  /** What was observed under this very key; empty = nobody mentions the call, only calls below it. */
  readonly items: readonly T[];
  /** Highest replay number; 0 = sent once. */
  readonly replays: number;
  /** Counters in numeric order, then labels. */
  readonly children: readonly HopNode<T>[];
}

interface GrowingNode<T> {
  key: string;
  path: string[];
  services: string[];
  items: T[];
  replays: number;
  children: Map<string, GrowingNode<T>>;
}

/** Sorts observations (log lines, entries) into one tree per session, sessions in order of appearance. */
export function buildHopTrees<T>(observations: Iterable<T>, idOf: (one: T) => TrackingId): HopNode<T>[] {
  const sessions = new Map<string, GrowingNode<T>>();
  for (const one of observations) {
    const id = idOf(one);
    const base = sessionKey(id);
    let node = childOf(sessions, base, base, []);
    for (const part of id.path) {
      const name = part.toLowerCase();
      node = childOf(node.children, name, `${node.key}_${name}`, [...node.path, name]);
    }
    node.items.push(one);
    node.replays = Math.max(node.replays, id.replay ?? 0);
    const service = id.prefix.toLowerCase();
    if (!node.services.some((known) => known.toLowerCase() === service)) node.services.push(id.prefix);
  }
  return [...sessions.values()].map(finish);
}

function childOf<T>(
  children: Map<string, GrowingNode<T>>,
  name: string,
  key: string,
  path: string[],
): GrowingNode<T> {
  let child = children.get(name);
  if (child === undefined) {
    child = { key, path, services: [], items: [], replays: 0, children: new Map() };
    children.set(name, child);
  }
  return child;
}

// As deep as the longest id has parts, and ids are at most a few hundred characters long.
function finish<T>(node: GrowingNode<T>): HopNode<T> {
  const children = [...node.children.entries()].sort(([a], [b]) => compareParts(a, b));
  return { ...node, children: children.map(([, child]) => finish(child)) };
}

function compareParts(a: string, b: string): number {
  const left = counterOf(a);
  const right = counterOf(b);
  if (left !== undefined && right !== undefined) return left - right;
  if (left !== undefined) return -1;
  if (right !== undefined) return 1;
  return a < b ? -1 : 1;
}

function counterOf(part: string): number | undefined {
  return /^[0-9]{1,9}$/.test(part) ? Number(part) : undefined;
}
