import type { StoredRecord } from '../store/log-store.ts';
import type { FlowHop } from './flow.ts';
import { failureOf, statusOf, unansweredCall } from './hop-failure.ts';
import { isAccessLine, type KnownService, type PlacedLine, writerOf } from './writers.ts';

/** A hop before it is known who called it, on its own clock. */
export interface HopDraft extends Omit<FlowHop, 'caller'> {
  /** Calls that its lines tell of, and until when it waited for each. */
  readonly calls: readonly HopCall[];
}

/** A call that a hop made. */
export interface HopCall {
  /** The paths that the call carries, joined by `_`: what it calls writes its lines under one of them. */
  readonly paths: readonly string[];
  readonly sentNs: bigint;
  /** When the caller wrote its next line, so the answer had come or was given up; undefined where it wrote none. */
  readonly answeredNs: bigint | undefined;
}

const NS_PER_MS = 1_000_000;

/** Access logs that write when a request began; every other line is written when something has happened. */
const TIMED_AT_START: ReadonlySet<string> = new Set([
  'envoy-access',
  'istio-access',
  'istio-json',
  'common-log',
  'combined-log',
  'haproxy',
]);

/** Sorts lines into hops: one service in one attempt at one call. The lines are in time order. */
export function draftHops(
  lines: readonly PlacedLine[],
  known: ReadonlyMap<string, KnownService>,
): HopDraft[] {
  const groups = new Map<string, PlacedLine[]>();
  for (const line of lines) {
    const key = JSON.stringify([writerOf(line.record), pathKey(line.id.path), line.id.replay ?? 0]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [line]);
    else group.push(line);
  }
  return [...groups.values()].map((group) => draftOf(group, known));
}

/** A call's path as a key. */
export function pathKey(path: readonly string[]): string {
  return path.join('_').toLowerCase();
}

function draftOf(group: readonly PlacedLine[], known: ReadonlyMap<string, KnownService>): HopDraft {
  const { record, id } = group[0]!;
  const lines = group.map((line) => line.record);
  const writer = writerOf(record);
  const spans = lines.flatMap((line) => spanOf(line) ?? []);
  return {
    kind: lines.every(isAccessLine) ? 'gateway' : 'service',
    path: id.path,
    attempt: id.replay ?? 0,
    writer,
    known: known.get(writer),
    region: lines.find(({ region }) => region !== '')?.region ?? '',
    startNs: least(spans.map(({ startNs }) => startNs)),
    endNs: greatest(spans.map(({ endNs }) => endNs)),
    peer: unansweredCall(lines)?.peer ?? '',
    status: statusOf(lines),
    failure: failureOf(lines),
    lines,
    calls: callsOf(group),
  };
}

function callsOf(group: readonly PlacedLine[]): HopCall[] {
  return group.flatMap(({ record, others }, at): HopCall[] => {
    if (record.direction !== 'out' || record.timeNs === undefined || others.length === 0) return [];
    const next = group.slice(at + 1).find((line) => line.record.timeNs !== undefined);
    return [
      {
        paths: others.map(({ path }) => pathKey(path)),
        sentNs: record.timeNs,
        answeredNs: next?.record.timeNs,
      },
    ];
  });
}

function spanOf(record: StoredRecord): { startNs: bigint; endNs: bigint } | undefined {
  const { timeNs, durationMs = 0, format } = record;
  if (timeNs === undefined) return undefined;
  const durationNs = BigInt(Math.round(durationMs * NS_PER_MS));
  return TIMED_AT_START.has(format)
    ? { startNs: timeNs, endNs: timeNs + durationNs }
    : { startNs: timeNs - durationNs, endNs: timeNs };
}

function least(values: readonly bigint[]): bigint | undefined {
  return values.reduce<bigint | undefined>((a, b) => (a === undefined || b < a ? b : a), undefined);
}

function greatest(values: readonly bigint[]): bigint | undefined {
  return values.reduce<bigint | undefined>((a, b) => (a === undefined || b > a ? b : a), undefined);
}
