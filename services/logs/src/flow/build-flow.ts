import { expectedOperation, type Playbook } from '@harrier/analyze';
import { sessionKey, type TrackingId } from '@harrier/tracking';
import type { StoredRecord } from '../store/log-store.ts';
import { type Caller, findCallers } from './callers.ts';
import { estimateOffsets } from './clock-offsets.ts';
import { draftHops, type HopDraft, pathKey } from './draft-hops.ts';
import type { Flow, FlowEntry, FlowHop } from './flow.ts';
import { findMissing } from './missing-hops.ts';
import { findAskedOff, findDrifts } from './payload-drift.ts';
import { nameWriters, type PlacedLine } from './writers.ts';

/** What a flow is built from. */
export interface FlowSources {
  /** Any id of the request. */
  readonly id: TrackingId;
  /** In time order; lines of other requests are left out. */
  readonly records: readonly StoredRecord[];
  readonly playbooks: readonly Playbook[];
  /** The request as the browser saw it; its clock is the flow's. */
  readonly entry?: FlowEntry;
}

const NS_PER_MS = 1_000_000;

/** Puts the lines about one request together: who called whom, on one clock, and where it broke. */
export function buildFlow({ id, records, playbooks, entry }: FlowSources): Flow {
  const request = requestPathOf(id);
  const base = sessionKey(id);
  const lines = records.flatMap((record) => place(record, base, request) ?? []);
  const asked = askedOf(lines, request, entry);
  const expected = asked === undefined ? undefined : expectedOperation(asked, playbooks);
  const known = nameWriters(lines, request.length, expected, playbooks);
  const drafts = draftHops(lines, known);
  if (entry !== undefined) drafts.unshift(browserHop(entry, id));
  const callers = findCallers(drafts, request.length);
  const offsets = estimateOffsets(drafts, callers);
  const aligned = drafts.map((draft) => align(draft, offsets.get(draft.writer)?.offsetNs ?? 0n));
  const hops = inCallOrder(aligned, mapCallers(drafts, aligned, callers));
  const firstFailing = firstFailingOf(hops);
  return {
    base,
    request,
    asked,
    expected,
    hops,
    missing: findMissing(expected, hops, lines, request),
    drifts: findDrifts(hops, expected, entry),
    askedOff: asked === undefined || asked.method === 'GET' ? [] : findAskedOff(hops, entry),
    clocks: [...offsets.values()].filter(({ offsetNs }) => offsetNs !== 0n),
    firstFailing,
  };
}

/** The request's own path: up to the first counter, or none where the id has no counter. */
export function requestPathOf({ path }: TrackingId): readonly string[] {
  const first = path.findIndex((part) => /^\d{1,9}$/.test(part));
  return first === -1 ? path : path.slice(0, first + 1);
}

/** A line belongs to the call that its first id of the request names: services write their context in front. */
function place(record: StoredRecord, base: string, request: readonly string[]): PlacedLine | undefined {
  const within = pathKey(request);
  const [id, ...others] = record.ids.filter((one) => {
    const key = pathKey(one.path);
    return sessionKey(one) === base && (within === '' || key === within || key.startsWith(`${within}_`));
  });
  return id === undefined ? undefined : { record, id, others };
}

function askedOf(
  lines: readonly PlacedLine[],
  request: readonly string[],
  entry: FlowEntry | undefined,
): Flow['asked'] {
  if (entry !== undefined && URL.canParse(entry.url)) {
    const { hostname, pathname } = new URL(entry.url);
    return { method: entry.method, path: pathname, host: hostname };
  }
  const told = lines.filter(({ id, record: { fields } }) => {
    return (
      id.path.length === request.length &&
      fields.method !== undefined &&
      fields.path?.startsWith('/') === true
    );
  });
  const line = told.find(({ record }) => record.fields.authority !== undefined) ?? told[0];
  if (line === undefined) return undefined;
  const { method = '', path = '', authority = '' } = line.record.fields;
  return { method, path: path.replace(/[?#].*$/s, ''), host: authority.replace(/:\d+$/, '') };
}

/** The writer of the browser's hop: no log can be called so. */
export const BROWSER = '';

function browserHop(entry: FlowEntry, id: TrackingId): HopDraft {
  const { startEpochMs, timeMs = 0, status, errorText } = entry;
  const startNs = startEpochMs === undefined ? undefined : BigInt(Math.round(startEpochMs * NS_PER_MS));
  const failed = errorText !== undefined || (status ?? 0) >= 400;
  return {
    kind: 'browser',
    path: requestPathOf(id),
    attempt: id.replay ?? 0,
    writer: BROWSER,
    known: undefined,
    region: '',
    startNs,
    endNs: startNs === undefined ? undefined : startNs + BigInt(Math.round(timeMs * NS_PER_MS)),
    peer: '',
    status,
    failure: failed
      ? {
          kind: 'status',
          text: errorText ?? '',
          cause: undefined,
          at: undefined,
          commands: undefined,
          received: true,
          line: undefined,
        }
      : undefined,
    lines: [],
    calls: [],
  };
}

function align(draft: HopDraft, offsetNs: bigint): HopDraft {
  const { startNs, endNs } = draft;
  return {
    ...draft,
    startNs: startNs === undefined ? undefined : startNs - offsetNs,
    endNs: endNs === undefined ? undefined : endNs - offsetNs,
  };
}

function mapCallers(
  drafts: readonly HopDraft[],
  aligned: readonly HopDraft[],
  callers: ReadonlyMap<HopDraft, Caller>,
): Map<HopDraft, HopDraft> {
  const places = new Map(drafts.map((draft, at) => [draft, aligned[at]!]));
  return new Map([...callers].map(([hop, caller]) => [places.get(hop)!, places.get(caller.hop)!]));
}

function inCallOrder(hops: readonly HopDraft[], callers: ReadonlyMap<HopDraft, HopDraft>): FlowHop[] {
  const ordered: FlowHop[] = [];
  const add = (hop: HopDraft, caller: number | undefined): void => {
    const at = ordered.length;
    const { calls: _, ...known } = hop;
    ordered.push({ ...known, caller });
    for (const called of hops.filter((one) => callers.get(one) === hop).sort(byStart)) add(called, at);
  };
  for (const hop of hops.filter((one) => !callers.has(one)).sort(byStart)) add(hop, undefined);
  return ordered;
}

function byStart(a: HopDraft, b: HopDraft): number {
  if (a.startNs === b.startNs) return 0;
  if (a.startNs === undefined) return 1;
  if (b.startNs === undefined) return -1;
  return a.startNs < b.startNs ? -1 : 1;
}

/** Whom nobody below it excuses: of those who failed without a failed callee, the one that was over first. */
function firstFailingOf(hops: readonly FlowHop[]): number | undefined {
  const failed = hops.flatMap((hop, at) => (hop.failure === undefined || isHealed(hop, hops) ? [] : [at]));
  const origins = failed.filter(
    (at) => !failed.some((other) => hops[other]?.caller === at || isAncestor(at, other, hops)),
  );
  const endOf = (at: number): bigint => hops[at]?.endNs ?? 0n;
  return origins.reduce<number | undefined>(
    (first, at) => (first === undefined || endOf(at) < endOf(first) ? at : first),
    undefined,
  );
}

function isAncestor(above: number, below: number, hops: readonly FlowHop[]): boolean {
  for (let at = hops[below]?.caller; at !== undefined; at = hops[at]?.caller) if (at === above) return true;
  return false;
}

/** A later attempt at the same call went well. */
function isHealed(hop: FlowHop, hops: readonly FlowHop[]): boolean {
  const key = pathKey(hop.path);
  return hops.some(
    (other) =>
      other.writer === hop.writer &&
      other.attempt > hop.attempt &&
      other.failure === undefined &&
      pathKey(other.path) === key,
  );
}
